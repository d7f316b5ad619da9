package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The fields that lead from an entity, through embedded objects, to a property.
 */
record WritablePath(Class<?> entity, List<Field> fields) {

	/**
	 * Finds the path of a property.
	 * @param name names separated by dots
	 * @return the path, or {@code null} if there is no such property
	 */
	static @Nullable WritablePath of(Class<?> entity, String name) {
		return MappedField.of(entity)
			.stream()
			.filter((field) -> field.name().equals(name))
			.map((field) -> new WritablePath(entity, field.path()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Writes a value, creating the embedded objects on the way. Does nothing where that
	 * is not possible.
	 */
	void write(Object target, @Nullable Object value) {
		Field last = this.fields.get(this.fields.size() - 1);
		Object converted = ScopeValues.as(FieldPaths.type(this.entity, this.fields).resolve(last.getType()), value);
		if (converted == null || Modifier.isFinal(last.getModifiers())) {
			return;
		}
		Object container = target;
		for (int i = 0; i < this.fields.size() - 1 && container != null; i++) {
			container = readOrCreate(this.fields.get(i), container);
		}
		if (container != null) {
			ReflectionUtils.makeAccessible(last);
			ReflectionUtils.setField(last, container, converted);
		}
	}

	private static @Nullable Object readOrCreate(Field field, Object container) {
		ReflectionUtils.makeAccessible(field);
		Object value = ReflectionUtils.getField(field, container);
		if (value != null || Modifier.isFinal(field.getModifiers())) {
			return value;
		}
		Object created = create(field.getType());
		if (created != null) {
			ReflectionUtils.setField(field, container, created);
		}
		return created;
	}

	private static @Nullable Object create(Class<?> embedded) {
		try {
			return BeanUtils.instantiateClass(embedded);
		}
		catch (BeanInstantiationException ex) {
			return null;
		}
	}

}
