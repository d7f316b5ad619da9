package io.inverseof.jdbc;

import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.PolymorphicTargets;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the types in keys of polymorphic associations name.
 *
 * @since 0.1.0
 */
public final class KnownTypes {

	private KnownTypes() {
	}

	/**
	 * Returns the class of the row that a key refers to.
	 * @param property a belongs-to
	 * @param key a key of it
	 * @return the class that a typed key names, if it is known, otherwise the declared
	 * one
	 */
	public static Class<?> target(AssociationProperty property, Object key) {
		String type = TypedKey.typeOf(key);
		Class<?> named = (type != null) ? property.polymorphicTarget(type) : null;
		return (named != null) ? named : property.target();
	}

	/**
	 * Tells whether a belongs-to may refer to objects of a class.
	 */
	static boolean mayRefer(AssociationProperty property, Class<?> type) {
		return property.target().isAssignableFrom(type)
				&& (!property.isPolymorphic() || property.polymorphicTarget(PolymorphicTargets.nameOf(type)) != null);
	}

	/**
	 * Tells whether the row that a key refers to can be loaded.
	 */
	static boolean isKnown(AssociationProperty property, @Nullable Object key) {
		String type = TypedKey.typeOf(key);
		return (type != null) ? property.polymorphicTarget(type) != null : !property.isPolymorphic();
	}

	/**
	 * Tells whether the rows that two keys refer to are in the same table.
	 */
	static boolean isSame(Object one, Object other) {
		String type = TypedKey.typeOf(one);
		return (type != null) ? type.equals(TypedKey.typeOf(other)) : TypedKey.typeOf(other) == null;
	}

}
