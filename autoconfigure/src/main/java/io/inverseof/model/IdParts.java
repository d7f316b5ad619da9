package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a composite id.
 */
final class IdParts {

	private IdParts() {
	}

	/**
	 * Returns the type of one part.
	 * @return the type, that of the id itself if it has one column, or {@code null} if
	 * the parts are not those of the columns
	 */
	static @Nullable Class<?> type(@Nullable Class<?> id, int columns, int index) {
		if (id == null || columns == 1) {
			return id;
		}
		List<Field> parts = Stream.of(id.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
			.toList();
		return (parts.size() == columns) ? parts.get(index).getType() : null;
	}

}
