package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The join aggregates that lead to targets which were removed in memory and not in the
 * database, so that nothing has to be written if a target is added again; and those that
 * were made because a target was added.
 */
final class RemovedJoins {

	private final Map<Object, List<Runnable>> targets = new IdentityHashMap<>();

	private final Map<Object, Object> rows = new HashMap<>();

	private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * Forgets what was removed, because that was written or taken back.
	 */
	static void forget(@Nullable RemovedJoins removed) {
		if (removed != null) {
			removed.clear();
		}
	}

	private synchronized void clear() {
		this.targets.clear();
		this.rows.clear();
		this.read.clear();
	}

	synchronized void made(Object join) {
		this.made.add(join);
	}

	synchronized boolean isMade(Object join) {
		return this.made.contains(join);
	}

	/**
	 * Remembers that a row leads to a target which was added before anybody had read it.
	 */
	synchronized void read(Object target) {
		this.read.add(target);
	}

	synchronized boolean isRead(Object target) {
		return this.read.contains(target);
	}

	/**
	 * Remembers that the row that leads to a target is to be deleted.
	 */
	synchronized void add(Object target, @Nullable Object id) {
		this.targets.computeIfAbsent(target, (first) -> new ArrayList<>(1));
		if (id != null) {
			this.rows.put(id, target);
		}
	}

	/**
	 * Remembers how to bring a join aggregate in memory back.
	 */
	synchronized void add(Object target, Runnable restoring) {
		this.targets.computeIfAbsent(target, (first) -> new ArrayList<>(1)).add(restoring);
	}

	/**
	 * Brings back what leads to a target, or to another object of its row.
	 * @return whether it was removed before, and its row still exists
	 */
	boolean restore(Object target, @Nullable Object id) {
		List<Runnable> restoring = take(target, id);
		if (restoring != null) {
			restoring.forEach(Runnable::run);
		}
		return restoring != null;
	}

	private synchronized @Nullable List<Runnable> take(Object target, @Nullable Object id) {
		Object removed = (id != null) ? this.rows.remove(id) : null;
		return this.targets.remove((removed != null) ? removed : target);
	}

}
