package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Values that the row of an object has in some of its columns. Confined to one thread
 * until it is complete.
 *
 * @since 0.1.0
 */
public final class RowValues {

	private final List<Value> values = new ArrayList<>();

	/**
	 * Adds a value.
	 * @param path the properties from the entity to the column
	 * @param value what the row has, as the property takes it
	 */
	public void add(List<RelationalPersistentProperty> path, @Nullable Object value) {
		if (value != null || !path.get(path.size() - 1).getType().isPrimitive()) {
			this.values.add(new Value(path, value, false));
		}
	}

	/**
	 * Adds a time that an object has to have, unless it has a later one.
	 * @param path the properties from the entity to the column
	 * @param value a time, as the property takes it
	 */
	public void addLatest(List<RelationalPersistentProperty> path, Object value) {
		this.values.add(new Value(path, value, true));
	}

	/**
	 * Writes the values into an object.
	 * @param entity the object
	 * @return takes that back, or {@code null} if the object is immutable
	 */
	public @Nullable Undo writeTo(Object entity) {
		RowValues before = new RowValues();
		for (Value value : this.values) {
			Value previous = value.of(entity);
			if (!value.writeTo(entity)) {
				return null;
			}
			before.values.add(previous);
		}
		return Undo.of(entity, before::restore);
	}

	private void restore(Object entity) {
		this.values.forEach((value) -> value.writeTo(entity));
	}

	/**
	 * A value of one column.
	 *
	 * @param path the properties from the entity to the column
	 * @param value what the column has
	 * @param latest whether a later value stays
	 */
	private record Value(List<RelationalPersistentProperty> path, @Nullable Object value, boolean latest) {

		Value of(Object entity) {
			Object current = entity;
			for (RelationalPersistentProperty property : this.path) {
				current = (current != null) ? property.getOwner().getPropertyAccessor(current).getProperty(property)
						: null;
			}
			return new Value(this.path, current, false);
		}

		boolean writeTo(Object entity) {
			return with(entity, 0) == entity;
		}

		/**
		 * An embedded object that is not there stays so, and one that is immutable is
		 * replaced by a copy.
		 */
		private Object with(Object bean, int step) {
			RelationalPersistentProperty property = this.path.get(step);
			PersistentPropertyAccessor<Object> accessor = property.getOwner().getPropertyAccessor(bean);
			Object present = accessor.getProperty(property);
			boolean last = step == this.path.size() - 1;
			Object next = last ? latest(present) : (present != null) ? with(present, step + 1) : null;
			if (next == Immutable.COPY) {
				return Immutable.COPY;
			}
			boolean same = (next != null) ? next.equals(present) : present == null;
			if (next == present || (last && same) || isFinal(property, bean)) {
				return (next == present || same) ? bean : Immutable.COPY;
			}
			accessor.setProperty(property, next);
			return accessor.getBean();
		}

		@SuppressWarnings("unchecked")
		private @Nullable Object latest(@Nullable Object present) {
			boolean later = this.latest && this.value != null && present instanceof Comparable<?>
					&& present.getClass() == this.value.getClass()
					&& ((Comparable<Object>) present).compareTo(this.value) > 0;
			return later ? present : this.value;
		}

		private static boolean isFinal(RelationalPersistentProperty property, Object bean) {
			return property.isImmutable() && property.getWither() == null && !bean.getClass().isRecord();
		}

	}

	/**
	 * Stands for a copy that nobody needs.
	 */
	private enum Immutable {

		/** Not the object itself. */
		COPY

	}

}
