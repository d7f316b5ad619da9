package io.inverseof.jdbc;

import java.lang.ref.WeakReference;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A number of entities that one query handed out, weakly and in their order. Filled by
 * the thread that reads the rows, read by any.
 */
final class Siblings {

	private static final int CAPACITY = 1000;

	private static final WeakReference<?>[] NONE = {};

	private WeakReference<?>[] entities = NONE;

	private volatile int size;

	private int lastFound;

	boolean isFull() {
		return this.size >= CAPACITY;
	}

	void add(Object entity) {
		int size = this.size;
		if (size == this.entities.length) {
			this.entities = Arrays.copyOf(this.entities, Math.max(1, size * 4));
		}
		this.entities[size] = new WeakReference<>(entity);
		this.size = size + 1;
	}

	/**
	 * Puts what user callbacks made of an entity in its place.
	 */
	void replace(@Nullable Object entity, Object copy) {
		int index = (entity != null) ? indexOf(entity) : -1;
		if (index < 0) {
			add(copy);
			return;
		}
		this.entities[index] = new WeakReference<>(copy);
		this.size = size();
	}

	int size() {
		return this.size;
	}

	@Nullable Object get(int index) {
		return this.entities[index].get();
	}

	/**
	 * Returns where an entity is.
	 * @return the index, or -1
	 */
	int indexOf(Object entity) {
		int size = this.size;
		int start = Math.min(this.lastFound, size);
		for (int i = 0; i < size; i++) {
			int index = (start + i) % size;
			if (this.entities[index].refersTo(cast(entity))) {
				this.lastFound = index;
				return index;
			}
		}
		return -1;
	}

	/**
	 * Returns the reference to an entity.
	 */
	@Nullable WeakReference<?> reference(Object entity) {
		int index = indexOf(entity);
		return (index >= 0) ? this.entities[index] : null;
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <T> T cast(Object entity) {
		return (T) entity;
	}

}
