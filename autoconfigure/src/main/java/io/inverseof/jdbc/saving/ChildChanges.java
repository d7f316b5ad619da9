package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.inverseof.jdbc.AggregateGraph.Children;

/**
 * What has to be written because the has-one and has-many associations of some owners
 * changed: rows that were removed, rows that were moved here, new ones.
 */
final class ChildChanges {

	private final GraphParts parts;

	private final ClaimedChildren claims;

	private final List<AssociationChange> changes = new ArrayList<>();

	ChildChanges(GraphParts parts, ClaimedChildren claims) {
		this.parts = parts;
		this.claims = claims;
	}

	/**
	 * Looks at the associations of an owner that has a row.
	 */
	void collect(Object owner, boolean inserted) {
		this.parts.graph().forEachChildren(owner, (children) -> collect(children, inserted));
	}

	private void collect(Children children, boolean inserted) {
		Object ownerId = this.parts.graph().idOf(children.holder().owner());
		if (ownerId != null) {
			AssociationChange change = new AssociationChange(this.parts, children, ownerId);
			change.collect(this.claims, inserted);
			this.changes.add(change);
		}
	}

	/**
	 * Lets go of what was removed, before anything takes its place.
	 */
	void remove() {
		this.changes.forEach(AssociationChange::remove);
	}

	/**
	 * Points rows that exist at their new owners.
	 * @return the children, whose own associations may have changed as well
	 */
	List<Object> move() {
		return this.changes.stream().flatMap((change) -> change.move().stream()).toList();
	}

	/**
	 * Returns the children that have no row, each one once.
	 */
	List<Object> newChildren() {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		return this.changes.stream().flatMap((change) -> change.newChildren().stream()).filter(seen::add).toList();
	}

	/**
	 * Tells the associations what is in the database by now.
	 * @return the owners whose associations callbacks changed again meanwhile
	 */
	List<Object> saved() {
		return this.changes.stream().filter(AssociationChange::saved).map(AssociationChange::owner).toList();
	}

}
