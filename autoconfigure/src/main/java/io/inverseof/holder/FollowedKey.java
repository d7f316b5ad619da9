package io.inverseof.holder;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;

import io.inverseof.ImmutableForeignKeyException;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Reads and writes the plain id property that a belongs-to follows.
 */
final class FollowedKey {

	private FollowedKey() {
	}

	static @Nullable Object read(AssociationProperty property, Object owner) {
		List<Field> fields = property.followed();
		Object container = property.container(owner);
		if (container == null) {
			return null;
		}
		return (fields.size() == 1) ? read(fields.get(0), container) : CompositeKey.read(property, container);
	}

	/**
	 * A primitive number cannot be {@code null}; zero is none, as it is for ids.
	 */
	private static @Nullable Object read(Field field, Object container) {
		Object key = ReflectionUtils.getField(field, container);
		boolean none = field.getType().isPrimitive() && key instanceof Number number && number.longValue() == 0;
		return none ? null : key;
	}

	static void write(AssociationProperty property, Object owner, @Nullable Object id) {
		for (Field field : property.followed()) {
			if (Modifier.isFinal(field.getModifiers())) {
				throw new ImmutableForeignKeyException(
						("%s follows the property %s, which is final and cannot be written. Create the %s with the "
								+ "right %s, or make the field mutable.")
							.formatted(property, field.getName(), property.owner().getSimpleName(), field.getName()));
			}
		}
		Object container = Objects.requireNonNull(property.container(owner));
		if (property.followed().size() == 1) {
			write(property, property.followed().get(0), container, id);
		}
		else {
			CompositeKey.write(property, container, id);
		}
	}

	static void write(AssociationProperty property, Field field, Object owner, @Nullable Object value) {
		if (value == null && field.getType().isPrimitive()) {
			throw new ImmutableForeignKeyException(
					"%s follows the property %s, which is a primitive %s and cannot be emptied. Declare it as %s."
						.formatted(property, field.getName(), field.getType(),
								org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(field.getType())
									.getSimpleName()));
		}
		ReflectionUtils.setField(field, owner, value);
	}

}
