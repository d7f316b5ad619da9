package io.inverseof.holder;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityIds;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A composite key that is spread over several plain properties of an entity.
 */
final class CompositeKey {

	private CompositeKey() {
	}

	static @Nullable Object read(AssociationProperty property, Object owner) {
		Object[] values = property.followed().stream().map((field) -> ReflectionUtils.getField(field, owner)).toArray();
		return Arrays.stream(values).anyMatch(Objects::isNull) ? null : instantiate(property, values);
	}

	static void write(AssociationProperty property, Object owner, @Nullable Object id) {
		List<Field> parts = parts(property);
		for (int i = 0; i < parts.size(); i++) {
			Object value = (id != null) ? ReflectionUtils.getField(parts.get(i), id) : null;
			FollowedKey.write(property, property.followed().get(i), owner, value);
		}
	}

	private static Object instantiate(AssociationProperty property, Object[] values) {
		Class<?> type = Objects.requireNonNull(EntityIds.idType(property.target()));
		List<Field> parts = parts(property);
		Class<?>[] types = parts.stream().map(Field::getType).toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			return BeanUtils.instantiateClass(constructor, values);
		}
		catch (NoSuchMethodException ex) {
			Object id = BeanUtils.instantiateClass(type);
			for (int i = 0; i < values.length; i++) {
				ReflectionUtils.setField(parts.get(i), id, values[i]);
			}
			return id;
		}
	}

	private static List<Field> parts(AssociationProperty property) {
		Class<?> type = Objects.requireNonNull(EntityIds.idType(property.target()));
		return Arrays.stream(type.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()))
			.peek(ReflectionUtils::makeAccessible)
			.toList();
	}

}
