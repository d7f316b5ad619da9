package io.inverseof.model;

import io.inverseof.Discriminator;

/**
 * Which classes share a table: those annotated with {@link Discriminator} with their
 * superclass.
 *
 * @since 0.1.0
 */
public final class Inheritance {

	private static final ClassValue<Class<?>> TABLE_OWNERS = new ClassValue<>() {

		@Override
		protected Class<?> computeValue(Class<?> type) {
			return findTableOwner(type);
		}

	};

	private Inheritance() {
	}

	/**
	 * Tells whether a class shares the table of its superclass.
	 * @param type the class of an entity
	 * @return whether it is annotated
	 */
	public static boolean isSubclass(Class<?> type) {
		return type.getDeclaredAnnotation(Discriminator.class) != null;
	}

	/**
	 * Returns the class that a table belongs to, whose subclasses share it.
	 * @param type the class of an entity
	 * @return the nearest class that is not annotated itself, mostly the class itself
	 */
	public static Class<?> tableOwner(Class<?> type) {
		return TABLE_OWNERS.get(type);
	}

	private static Class<?> findTableOwner(Class<?> type) {
		Class<?> owner = type;
		while (isSubclass(owner) && owner.getSuperclass() != null && owner.getSuperclass() != Object.class) {
			owner = owner.getSuperclass();
		}
		return owner;
	}

	/**
	 * Tells whether objects of a class have an association, their own or one that they
	 * have in common with the other classes of their table.
	 * @param association an association
	 * @param type the class of an entity
	 * @return whether it is the same field of the same table
	 */
	public static boolean isCommon(AssociationProperty association, Class<?> type) {
		Class<?> owner = association.owner();
		return type == owner || (tableOwner(type) == tableOwner(owner)
				&& association.path().get(0).getDeclaringClass().isAssignableFrom(type));
	}

	/**
	 * Returns what the discriminator column holds for objects of a subclass.
	 * @param type a class that is annotated
	 * @return the value
	 */
	public static String valueOf(Class<?> type) {
		Discriminator annotation = type.getDeclaredAnnotation(Discriminator.class);
		boolean named = annotation != null && !annotation.value().isEmpty();
		return named ? annotation.value() : type.getSimpleName();
	}

}
