package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.inverseof.Association;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the mapped fields of a class contain: one object, or the elements of a collection,
 * map or array; by path, through embedded objects, in the order of declaration.
 */
final class ContainedEntities {

	private final Map<String, Class<?>> contents = new LinkedHashMap<>();

	private ContainedEntities() {
	}

	static ContainedEntities of(Class<?> type) {
		ContainedEntities entities = new ContainedEntities();
		entities.collect(ResolvableType.forClass(type), List.of());
		return entities;
	}

	private void collect(ResolvableType holder, List<Field> parents) {
		for (Field field : FieldHierarchy.of(holder.resolve(Object.class))) {
			if (Modifier.isStatic(field.getModifiers()) || BackReference.isDeclaredBy(field)) {
				continue;
			}
			ResolvableType type = ResolvableType.forField(field, holder);
			List<Field> path = FieldPaths.append(parents, field);
			this.contents.put(FieldPaths.name(path), content(field, type));
			if (AnnotatedElementUtils.isAnnotated(field, Embedded.class) && !parents.contains(field)) {
				collect(type, path);
			}
		}
	}

	private static Class<?> content(Field field, ResolvableType type) {
		Class<?> raw = type.toClass();
		if (AnnotatedElementUtils.isAnnotated(field, Transient.class) || Association.class.isAssignableFrom(raw)
				|| AggregateReference.class.isAssignableFrom(raw)) {
			return void.class;
		}
		if (type.isArray()) {
			return type.getComponentType().toClass();
		}
		if (Map.class.isAssignableFrom(raw)) {
			return type.asMap().getGeneric(1).toClass();
		}
		return Collection.class.isAssignableFrom(raw) ? type.asCollection().getGeneric().toClass() : raw;
	}

	/**
	 * Tells whether there is a property at all, whatever it contains.
	 */
	boolean hasProperty(String path) {
		return this.contents.containsKey(path);
	}

	/**
	 * Returns the properties whose objects have the fields of a class.
	 */
	List<String> pathsTo(Class<?> member) {
		return this.contents.entrySet()
			.stream()
			.filter((content) -> content.getValue() != Object.class && member.isAssignableFrom(content.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
