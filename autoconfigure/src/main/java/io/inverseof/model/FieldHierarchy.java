package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a class and its superclasses, superclass first. A field that is hidden by
 * one of the same name in a subclass does not count.
 */
final class FieldHierarchy {

	private FieldHierarchy() {
	}

	static List<Field> of(Class<?> type) {
		Map<String, Field> fields = new LinkedHashMap<>();
		for (Class<?> level : levels(type)) {
			for (Field field : level.getDeclaredFields()) {
				if (!field.isSynthetic()) {
					fields.remove(field.getName());
					fields.put(field.getName(), field);
				}
			}
		}
		return List.copyOf(fields.values());
	}

	private static Deque<Class<?>> levels(Class<?> type) {
		Deque<Class<?>> levels = new ArrayDeque<>();
		for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
			levels.addFirst(level);
		}
		return levels;
	}

}
