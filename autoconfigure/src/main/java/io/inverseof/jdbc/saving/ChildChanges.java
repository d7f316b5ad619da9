package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.inverseof.jdbc.AggregateGraph.Children;

/**
 * What has to be written because the has-one and has-many associations of some owners
 * changed: rows that were removed, rows that were moved here, new ones.
 */
final class ChildChanges {

	private final GraphParts parts;

	private final ClaimedChildren claims;

	private final List<AssociationChange> changes = new ArrayList<>();

	private final List<ThroughChange> throughs = new ArrayList<>(0);

	ChildChanges(GraphParts parts, ClaimedChildren claims) {
		this.parts = parts;
		this.claims = claims;
	}

	/**
	 * Looks at the associations of an owner that has a row.
	 */
	void collect(Object owner, boolean inserted) {
		int changes = this.changes.size();
		int throughs = this.throughs.size();
		this.parts.graph().forEachChildren(owner, this::add);
		// first, because they decide which join aggregates are new
		this.throughs.subList(throughs, this.throughs.size())
			.forEach((change) -> change.collect(this.claims, inserted));
		this.changes.subList(changes, this.changes.size()).forEach((change) -> change.collect(this.claims, inserted));
	}

	private void add(Children children) {
		Object ownerId = this.parts.graph().idOf(children.holder().owner());
		if (ownerId != null && children.property().isThrough()) {
			this.throughs.add(new ThroughChange(this.parts, children, ownerId));
		}
		else if (ownerId != null) {
			this.changes.add(new AssociationChange(this.parts, children, ownerId));
		}
	}

	/**
	 * Lets go of what was removed, before anything takes its place.
	 */
	void remove() {
		this.throughs.forEach(ThroughChange::remove);
		this.changes.forEach(AssociationChange::remove);
	}

	/**
	 * Points rows that exist at their new owners.
	 * @return the children, whose own associations may have changed as well
	 */
	List<Object> move() {
		return Stream
			.concat(this.throughs.stream().flatMap((change) -> change.claimed().stream()),
					this.changes.stream().flatMap((change) -> change.move().stream()))
			.toList();
	}

	/**
	 * Returns the children that have no row, each one once.
	 */
	List<Object> newChildren() {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		return Stream
			.concat(this.throughs.stream().flatMap((change) -> change.newTargets().stream()),
					this.changes.stream().flatMap((change) -> change.newChildren().stream()))
			.filter(seen::add)
			.toList();
	}

	/**
	 * Tells the associations what is in the database by now.
	 * @return the owners whose associations callbacks changed again meanwhile
	 */
	List<Object> saved() {
		List<Object> again = new ArrayList<>(
				this.changes.stream().filter(AssociationChange::saved).map(AssociationChange::owner).toList());
		this.throughs.stream().filter(ThroughChange::saved).map(ThroughChange::owner).forEach(again::add);
		return again;
	}

}
