package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Paths of fields that lead from an entity through embedded objects.
 */
final class FieldPaths {

	private FieldPaths() {
	}

	static List<Field> append(List<Field> path, Field field) {
		List<Field> longer = new ArrayList<>(path);
		longer.add(field);
		return List.copyOf(longer);
	}

	static String name(List<Field> path) {
		return String.join(".", path.stream().map(Field::getName).toList());
	}

	/**
	 * Returns what the embedded objects around the last field put before its column.
	 */
	static String prefix(List<Field> path) {
		StringBuilder prefix = new StringBuilder();
		for (Field embedded : path.subList(0, path.size() - 1)) {
			Embedded annotation = AnnotatedElementUtils.findMergedAnnotation(embedded, Embedded.class);
			prefix.append((annotation != null) ? annotation.prefix() : "");
		}
		return prefix.toString();
	}

	/**
	 * Returns the type of the last field, with the generics of the types around it
	 * resolved.
	 */
	static ResolvableType type(Class<?> entity, List<Field> path) {
		ResolvableType type = ResolvableType.forClass(entity);
		for (Field field : path) {
			type = ResolvableType.forField(field, type);
		}
		return type;
	}

}
