package io.inverseof.it.aggregates;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

/**
 * What an object looks like down to its last field, as text. Sets have no order.
 */
final class Picture {

	private Picture() {
	}

	static String of(@Nullable Object object) {
		if (object instanceof byte[] bytes) {
			return HexFormat.of().formatHex(bytes);
		}
		if (object instanceof Object[] array) {
			return of(Arrays.asList(array));
		}
		if (object instanceof Set<?> set) {
			return set.stream().map(Picture::of).sorted().collect(Collectors.joining(", ", "{", "}"));
		}
		if (object instanceof Collection<?> collection) {
			return collection.stream().map(Picture::of).collect(Collectors.joining(", ", "[", "]"));
		}
		if (object instanceof Map<?, ?> map) {
			return map.entrySet().stream().map(Picture::of).sorted().collect(Collectors.joining(", ", "(", ")"));
		}
		if (object instanceof Map.Entry<?, ?> entry) {
			return of(entry.getKey()) + "=" + of(entry.getValue());
		}
		return isOurs(object) ? fields(object) : simple(object);
	}

	private static String simple(@Nullable Object object) {
		return (object != null) ? object.getClass().getSimpleName() + " " + object : "null";
	}

	private static boolean isOurs(@Nullable Object object) {
		return object != null && !(object instanceof BelongsTo<?, ?>) && !(object instanceof Enum<?>)
				&& object.getClass().getName().startsWith("io.inverseof.it.");
	}

	private static String fields(@Nullable Object object) {
		if (object == null) {
			return "null";
		}
		List<Field> fields = Arrays.stream(object.getClass().getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
			.toList();
		return object.getClass().getSimpleName() + fields.stream()
			.map((field) -> field.getName() + ": " + of(value(field, object)))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private static @Nullable Object value(Field field, Object object) {
		try {
			field.setAccessible(true);
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
