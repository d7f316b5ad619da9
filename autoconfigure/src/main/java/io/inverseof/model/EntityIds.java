package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Persistable;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Reads ids of objects without Spring: the field annotated with
 * {@link org.springframework.data.annotation.Id @Id}, own or inherited. What was found
 * about a class is kept with that class. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EntityIds {

	private static final ClassValue<IdField> FIELDS = new ClassValue<>() {

		@Override
		protected IdField computeValue(Class<?> type) {
			return IdField.of(type);
		}

	};

	private EntityIds() {
	}

	/**
	 * Returns the id of an entity: {@link Persistable#getId()}, otherwise the value of
	 * the field. A primitive number that is zero is no id, as in Spring Data.
	 * @param entity any object
	 * @return the id, or {@code null} if it has none (yet)
	 */
	public static @Nullable Object idOf(Object entity) {
		Assert.notNull(entity, "'entity' must not be null");
		if (entity instanceof Persistable<?> persistable) {
			return persistable.getId();
		}
		return FIELDS.get(entity.getClass()).read(entity);
	}

	/**
	 * Tells whether objects of a class can have an id.
	 * @param type any class
	 * @return whether there is an id field, or the class is {@link Persistable}
	 */
	public static boolean hasId(Class<?> type) {
		return Persistable.class.isAssignableFrom(type) || FIELDS.get(type).field != null;
	}

	/**
	 * Returns the type of the ids of a class, with generics resolved.
	 * @param type any class
	 * @return the type, or {@code null} if it has no id
	 */
	public static @Nullable Class<?> idType(Class<?> type) {
		return FIELDS.get(type).type;
	}

	/**
	 * Returns the name of the property that is the id of a class.
	 * @param type any class
	 * @return the name of the field, {@code id} if there is none
	 */
	public static String idName(Class<?> type) {
		Field field = FIELDS.get(type).field;
		return (field != null) ? field.getName() : "id";
	}

	static @Nullable Field idField(Class<?> type) {
		return FIELDS.get(type).field;
	}

	private record IdField(@Nullable Field field, @Nullable Class<?> type) {

		static IdField of(Class<?> type) {
			for (Field field : FieldHierarchy.of(type)) {
				if (!Modifier.isStatic(field.getModifiers()) && AnnotatedElementUtils.isAnnotated(field, Id.class)) {
					ReflectionUtils.makeAccessible(field);
					return new IdField(field, ResolvableType.forField(field, type).resolve(field.getType()));
				}
			}
			return new IdField(null, ofPersistable(type));
		}

		private static @Nullable Class<?> ofPersistable(Class<?> type) {
			return ResolvableType.forClass(type).as(Persistable.class).getGeneric(0).resolve();
		}

		@Nullable Object read(Object entity) {
			Object id = (this.field != null) ? ReflectionUtils.getField(this.field, entity) : null;
			return (id != null && isUnsetPrimitive(id)) ? null : id;
		}

		private boolean isUnsetPrimitive(Object id) {
			return this.field != null && this.field.getType().isPrimitive() && id instanceof Number number
					&& number.longValue() == 0;
		}

	}

}
