package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

/**
 * Finds the join aggregates that lead to a target without a look at all of them. Whatever
 * it finds is asked again; what it cannot find because something changed makes it start
 * anew.
 */
final class JoinIndex {

	private final Map<Object, List<Object>> byTarget = new IdentityHashMap<>();

	private final Map<Object, List<Object>> byKey = new HashMap<>();

	private final List<Object> unsaved = new ArrayList<>(0);

	private int version = -1;

	private boolean complete;

	private volatile boolean outdated = true;

	/**
	 * Returns the join aggregates that may lead to a target.
	 * @return a few of them, or {@code null} if each one has to be asked
	 */
	synchronized @Nullable List<Object> to(Object target, JoinAggregates joins, HasManyHolder<?> side) {
		if (this.outdated || this.version != side.modifications()) {
			rebuild(joins, side);
		}
		return this.complete ? candidates(target, joins) : null;
	}

	private void rebuild(JoinAggregates joins, HasManyHolder<?> side) {
		this.outdated = false;
		this.version = side.modifications();
		this.complete = true;
		this.byTarget.clear();
		this.byKey.clear();
		this.unsaved.clear();
		side.inMemory().forEach((join) -> put(join, joins));
	}

	/**
	 * Is told that a join aggregate was just added.
	 */
	synchronized void added(Object join, JoinAggregates joins, HasManyHolder<?> side) {
		if (this.version == side.modifications() - 1) {
			this.version++;
			put(join, joins);
		}
	}

	private void put(Object join, JoinAggregates joins) {
		BelongsToHolder<?, ?> source = joins.indexedSource(join);
		if (source == null) {
			this.complete = false;
			return;
		}
		List<?> targets = source.inMemory();
		Object key = source.keyIfKnown();
		targets.forEach((target) -> put(this.byTarget, target, join));
		if (key != null) {
			put(this.byKey, key, join);
		}
		else if (!targets.isEmpty()) {
			this.unsaved.add(join);
		}
	}

	private static void put(Map<Object, List<Object>> index, Object key, Object join) {
		index.computeIfAbsent(key, (first) -> new ArrayList<>(1)).add(join);
	}

	private List<Object> candidates(Object target, JoinAggregates joins) {
		Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Object> candidates = new ArrayList<>(1);
		this.byTarget.getOrDefault(target, List.of()).stream().filter(found::add).forEach(candidates::add);
		Object key = joins.keyFor(target);
		if (key != null) {
			this.unsaved.removeIf((join) -> isSavedSince(join, joins));
			this.byKey.getOrDefault(key, List.of()).stream().filter(found::add).forEach(candidates::add);
		}
		return candidates;
	}

	private boolean isSavedSince(Object join, JoinAggregates joins) {
		BelongsToHolder<?, ?> source = joins.indexedSource(join);
		Object key = (source != null) ? source.keyIfKnown() : null;
		if (key != null) {
			put(this.byKey, key, join);
		}
		return key != null;
	}

	/**
	 * Is told that a reference leads to something else.
	 * @param reference a belongs-to, maybe the source of an association that goes through
	 * another one
	 */
	static void moved(BelongsToHolder<?, ?> reference) {
		AssociationProperty property = reference.property();
		Object join = reference.owner();
		if (property != null && join != null) {
			for (AssociationProperty association : property.sourceOf()) {
				outdate(association, join);
			}
		}
	}

	private static void outdate(AssociationProperty association, Object join) {
		ThroughPath path = association.through();
		AssociationProperty keySide = (path != null) ? path.join().keySide() : null;
		if (path == null || keySide == null || !(keySide.holder(join) instanceof BelongsToHolder<?, ?> owner)) {
			return;
		}
		owner.forEachSide((side) -> {
			if (side instanceof HasManyHolder<?> && association.owner().isInstance(side.owner())
					&& association.holder(side.owner()) instanceof HasManyHolder<?> through) {
				outdate(through.joinIndexIfAny());
			}
		});
	}

	private static void outdate(@Nullable JoinIndex index) {
		if (index != null) {
			index.outdated = true;
		}
	}

}
