package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.inverseof.unitofwork.CurrentUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of work changes of the rows that it refers to, and the objects in memory
 * that may be those of such rows. Confined to one thread.
 */
final class ParentChanges {

	private final @Nullable CurrentUnit unit;

	private Map<ParentKey, ParentChange> changes = new TreeMap<>();

	private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> inserted = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<ParentKey> locked = new HashSet<>();

	ParentChanges(@Nullable CurrentUnit unit) {
		this.unit = unit;
	}

	/**
	 * Tells whether this is what a unit of work does, and not that of a transaction
	 * inside of it.
	 */
	boolean isOf(@Nullable CurrentUnit unit) {
		return this.unit == unit;
	}

	private ParentChange of(ParentKey key) {
		return this.changes.computeIfAbsent(key, (row) -> new ParentChange());
	}

	/**
	 * Is told that a row has come, gone, moved, or was written.
	 * @param from the row it referred to, or {@code null}
	 * @param to the row it refers to, or {@code null}
	 */
	void moved(ParentLink link, @Nullable ParentKey from, @Nullable ParentKey to) {
		if (!Objects.equals(from, to)) {
			count(from, link.counter(from), -1);
			count(to, link.counter(to), 1);
		}
		touch(link, from);
		touch(link, to);
	}

	private void count(@Nullable ParentKey key, @Nullable ParentColumn counter, int difference) {
		if (key != null && counter != null) {
			of(key).count(counter, difference);
		}
	}

	/**
	 * Is told that a row which refers to another one was written.
	 */
	void touch(ParentLink link, @Nullable ParentKey key) {
		ParentColumn touched = link.touched(key);
		if (key != null && touched != null) {
			of(key).touch(touched);
		}
	}

	/**
	 * Is told that rows are gone.
	 */
	void deleted(List<ParentLink> links, List<ChildRow> rows) {
		for (ChildRow row : rows) {
			for (int i = 0; i < links.size(); i++) {
				moved(links.get(i), row.keys().get(i), null);
			}
		}
	}

	/**
	 * Forgets rows that do not exist any longer.
	 */
	void forget(ParentKey key) {
		this.changes.remove(key);
	}

	void forgetAll(ParentTable table) {
		this.changes.keySet().removeIf((key) -> key.table() == table);
	}

	Map<ParentKey, ParentChange> take() {
		Map<ParentKey, ParentChange> taken = this.changes;
		this.changes = new TreeMap<>();
		taken.values().removeIf(ParentChange::isEmpty);
		return taken;
	}

	/**
	 * Returns the present changes, for {@link #restore(Map)}.
	 */
	Map<ParentKey, ParentChange> snapshot() {
		Map<ParentKey, ParentChange> snapshot = new TreeMap<>();
		this.changes.forEach((key, change) -> snapshot.put(key, new ParentChange(change)));
		return snapshot;
	}

	void restore(Map<ParentKey, ParentChange> snapshot) {
		this.changes = snapshot;
	}

	void offer(Object object) {
		this.objects.add(object);
	}

	Set<Object> objects() {
		return this.objects;
	}

	/**
	 * Remembers objects whose rows nobody else has seen.
	 */
	void inserted(Collection<?> instances) {
		this.inserted.addAll(instances);
	}

	boolean isInserted(List<?> targets) {
		return targets.stream().anyMatch(this.inserted::contains);
	}

	/**
	 * Returns those of some rows that are locked for the first time, in their order.
	 */
	List<ParentKey> locking(Collection<ParentKey> keys) {
		return new ArrayList<>(keys.stream().filter(this.locked::add).sorted().toList());
	}

}
