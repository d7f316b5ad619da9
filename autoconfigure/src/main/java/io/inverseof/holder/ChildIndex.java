package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Tells at once whether an object is among others: itself, or, if it is saved, another
 * object of the same row.
 */
final class ChildIndex<T> {

	private final Function<Object, @Nullable Object> ids;

	private final Set<T> objects = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Map<Object, T> rows = new HashMap<>();

	private final List<T> unsaved = new ArrayList<>();

	private ChildIndex(Function<Object, @Nullable Object> ids) {
		this.ids = ids;
	}

	static <T> ChildIndex<T> of(Collection<? extends T> children, Function<Object, @Nullable Object> ids) {
		ChildIndex<T> index = new ChildIndex<>(ids);
		children.forEach(index::add);
		return index;
	}

	boolean contains(Object child) {
		return find(child) != null;
	}

	@SuppressWarnings("unchecked")
	@Nullable T find(Object child) {
		if (this.objects.contains(child)) {
			return (T) child;
		}
		Object id = this.ids.apply(child);
		return (id != null) ? findRow(id) : null;
	}

	@Nullable T findRow(Object id) {
		this.unsaved.removeIf(this::isSavedSince);
		T found = this.rows.get(id);
		return (found != null && id.equals(this.ids.apply(found))) ? found : null;
	}

	private boolean isSavedSince(T child) {
		Object id = this.ids.apply(child);
		if (id == null) {
			return false;
		}
		this.rows.putIfAbsent(id, child);
		return true;
	}

	void add(T child) {
		this.objects.add(child);
		Object id = this.ids.apply(child);
		if (id != null) {
			this.rows.put(id, child);
		}
		else {
			this.unsaved.add(child);
		}
	}

	void remove(Object child) {
		this.objects.remove(child);
		this.unsaved.removeIf((other) -> other == child);
		Object id = this.ids.apply(child);
		if (id != null) {
			this.rows.remove(id, child);
		}
	}

}
