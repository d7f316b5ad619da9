package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The elements of a has-many that are in memory. Handed-out snapshots are never changed:
 * the first change after a snapshot works on a copy. Guarded by its holder.
 */
final class Children<T> implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private final ArrayList<T> elements;

	private transient @Nullable ChildIndex<T> index;

	private transient @Nullable Map<Object, WeakReference<T>> departed;

	private transient @Nullable Map<Object, T> remembered;

	private @Nullable Set<T> added;

	private @Nullable Map<Object, T> removed;

	private boolean handedOut;

	private transient int replaced;

	Children() {
		this(new ArrayList<>(0));
	}

	private Children(ArrayList<T> elements) {
		this.elements = elements;
	}

	List<T> snapshot() {
		this.handedOut = true;
		return this.elements;
	}

	Children<T> writable() {
		return this.handedOut ? copy(new ArrayList<>(this.elements), this.index) : this;
	}

	/**
	 * What stays when rows are forgotten: what is in memory only.
	 */
	Children<T> retaining(Predicate<T> inMemoryOnly) {
		ArrayList<T> retained = new ArrayList<>(0);
		if (this.added != null) {
			this.elements.stream().filter(this.added::contains).filter(inMemoryOnly).forEach(retained::add);
		}
		Children<T> copy = copy(retained, null);
		copy.remembered = null;
		copy.added = retained.isEmpty() ? null : identitySet(retained);
		return copy;
	}

	private Children<T> copy(ArrayList<T> elements, @Nullable ChildIndex<T> index) {
		Children<T> copy = new Children<>(elements);
		copy.index = index;
		copy.departed = (this.departed != null) ? new HashMap<>(this.departed) : null;
		copy.remembered = this.remembered;
		copy.removed = (this.removed != null) ? new LinkedHashMap<>(this.removed) : null;
		copy.added = (this.added != null) ? identitySet(this.added) : null;
		return copy;
	}

	/**
	 * The rows that were removed and may still have the key.
	 */
	List<T> removed() {
		return (this.removed != null) ? List.copyOf(this.removed.values()) : List.of();
	}

	void markRemoved(T child, Object id) {
		this.removed = (this.removed != null) ? this.removed : new LinkedHashMap<>();
		this.removed.put(id, child);
	}

	/**
	 * What was added in memory, in that order.
	 */
	List<T> added() {
		return (this.added != null) ? this.elements.stream().filter(this.added::contains).toList() : List.of();
	}

	boolean isAdded(T child) {
		return this.added != null && this.added.contains(child);
	}

	private static <E> Set<E> identitySet(Collection<E> elements) {
		Set<E> set = Collections.newSetFromMap(new IdentityHashMap<>());
		set.addAll(elements);
		return set;
	}

	void forgetAdded(Object child) {
		if (this.added != null && this.added.remove(child) && this.added.isEmpty()) {
			this.added = null;
		}
	}

	/**
	 * Tells whether something was added or removed in memory.
	 */
	boolean hasChanges() {
		return this.added != null || this.removed != null;
	}

	/**
	 * Forgets changes that are in the database, but not those that came later.
	 */
	void forgetChanges(Collection<?> added, Collection<?> removed) {
		if (this.added != null) {
			added.forEach(this.added::remove);
			this.added = this.added.isEmpty() ? null : this.added;
		}
		if (this.removed != null) {
			removed.forEach((child) -> this.removed.values().removeIf((other) -> other == child));
			this.removed = this.removed.isEmpty() ? null : this.removed;
		}
	}

	/**
	 * Puts a copy in the place of an element.
	 */
	void replace(T element, T replacement) {
		int place = placeOf(element);
		if (place < 0) {
			return;
		}
		this.elements.set(place, replacement);
		this.replaced = place;
		if (this.added != null && this.added.remove(element)) {
			this.added.add(replacement);
		}
		this.index = null;
	}

	/**
	 * Elements are replaced in their order, when they are saved.
	 */
	private int placeOf(T element) {
		int size = this.elements.size();
		for (int i = 1; i <= size; i++) {
			int place = (this.replaced + i) % size;
			if (this.elements.get(place) == element) {
				return place;
			}
		}
		return -1;
	}

	/**
	 * Tells whether nothing in memory differs from the rows.
	 */
	boolean isBlank() {
		return this.elements.isEmpty() && this.remembered == null && this.departed == null && this.removed == null;
	}

	boolean hasDeparted() {
		return (this.departed != null && !this.departed.isEmpty()) || (this.removed != null && !this.removed.isEmpty());
	}

	/**
	 * Unsaved elements compare by identity, saved ones by id.
	 */
	boolean contains(Object child, Function<Object, @Nullable Object> ids) {
		return !this.elements.isEmpty() && index(ids).contains(child);
	}

	/**
	 * Returns the element that is the same object or the same row.
	 */
	@Nullable T find(Object child, Function<Object, @Nullable Object> ids) {
		return this.elements.isEmpty() ? null : index(ids).find(child);
	}

	private ChildIndex<T> index(Function<Object, @Nullable Object> ids) {
		ChildIndex<T> index = this.index;
		if (index == null) {
			index = ChildIndex.of(this.elements, ids);
			this.index = index;
		}
		return index;
	}

	void add(T child, Function<Object, @Nullable Object> ids) {
		Object id = ids.apply(child);
		if (id != null && this.departed != null) {
			this.departed.remove(id);
		}
		if (id != null && this.removed != null) {
			this.removed.remove(id);
		}
		this.elements.add(child);
		this.added = (this.added != null) ? this.added : identitySet(List.of());
		this.added.add(child);
		if (this.index != null) {
			this.index.add(child);
		}
	}

	boolean remove(Object child) {
		if (this.index != null) {
			this.index.remove(child);
		}
		forgetAdded(child);
		return this.elements.removeIf((element) -> element == child);
	}

	/**
	 * Tells whether a child is here, or was read by itself and will be here when the rest
	 * is loaded.
	 */
	boolean knows(Object child, Function<Object, @Nullable Object> ids) {
		Object id = ids.apply(child);
		return contains(child, ids) || (id != null && this.remembered != null && this.remembered.containsKey(id));
	}

	/**
	 * Removes a child whose reference changed, and the row it came from when the rest is
	 * loaded later.
	 */
	void depart(T child, Function<Object, @Nullable Object> ids) {
		T element = find(child, ids);
		if (element != null) {
			remove(element);
		}
		Object id = ids.apply(child);
		if (id != null) {
			this.departed = (this.departed != null) ? this.departed : new HashMap<>();
			this.departed.put(id, new WeakReference<>(child));
		}
	}

	/**
	 * Keeps the objects of rows that were read one by one.
	 */
	List<T> remember(List<T> rows, Function<Object, @Nullable Object> ids, Predicate<T> isElsewhere) {
		Map<Object, T> known = known(ids);
		List<T> present = present(rows, known, ids, isElsewhere);
		for (T child : present) {
			Object id = ids.apply(child);
			if (id != null) {
				known.putIfAbsent(id, child);
			}
		}
		this.remembered = known;
		return present;
	}

	/**
	 * Puts the elements that are in memory in the place of their rows.
	 */
	List<T> present(List<T> rows, Function<Object, @Nullable Object> ids) {
		return present(rows, known(ids), ids, (child) -> false);
	}

	private Map<Object, T> known(Function<Object, @Nullable Object> ids) {
		Map<Object, T> known = (this.remembered != null) ? new HashMap<>(this.remembered) : new HashMap<>();
		for (T element : this.elements) {
			Object id = ids.apply(element);
			if (id != null) {
				known.put(id, element);
			}
		}
		return known;
	}

	/**
	 * The rows in their order, an object that is in memory in place of its row, without
	 * those that left in memory.
	 */
	private List<T> present(List<T> rows, Map<Object, T> known, Function<Object, @Nullable Object> ids,
			Predicate<T> isElsewhere) {
		List<T> present = new ArrayList<>(rows.size());
		for (T row : rows) {
			Object id = ids.apply(row);
			T left = (id != null) ? departed(id) : null;
			if (left == null) {
				present.add((id != null) ? known.getOrDefault(id, row) : row);
			}
			else if (!isElsewhere.test(left)) {
				present.add(left);
			}
		}
		return present;
	}

	private @Nullable T departed(Object id) {
		if (this.removed != null && this.removed.containsKey(id)) {
			return this.removed.get(id);
		}
		WeakReference<T> reference = (this.departed != null) ? this.departed.get(id) : null;
		return (reference != null) ? reference.get() : null;
	}

	/**
	 * The rows in their order, an object that is in memory in place of its row, then what
	 * is in memory only, unsaved elements last.
	 */
	Children<T> merge(List<T> rows, Function<Object, @Nullable Object> ids, Predicate<T> isElsewhere,
			Predicate<T> inMemoryOnly) {
		if (isBlank()) {
			return new Children<>(new ArrayList<>(rows));
		}
		ArrayList<T> merged = new ArrayList<>(present(rows, known(ids), ids, isElsewhere));
		Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		taken.addAll(merged);
		List<T> others = this.elements.stream().filter((e) -> !taken.contains(e) && inMemoryOnly.test(e)).toList();
		others.stream().filter((e) -> ids.apply(e) != null).forEach(merged::add);
		others.stream().filter((e) -> ids.apply(e) == null).forEach(merged::add);
		Children<T> all = new Children<>(merged);
		all.removed = this.removed;
		all.added = this.added;
		return all;
	}

	/**
	 * A record that is part of a cycle cannot be deserialised where the cycle closes.
	 * @return whether there was such an element
	 */
	boolean dropUnreadable() {
		if (this.added != null) {
			this.added.remove(null);
		}
		return this.elements.removeIf(Objects::isNull);
	}

}
