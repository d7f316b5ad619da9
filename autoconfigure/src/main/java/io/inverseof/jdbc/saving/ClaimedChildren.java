package io.inverseof.jdbc.saving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.inverseof.ForeignChildException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import org.jspecify.annotations.Nullable;

/**
 * Children with the id of a row that no repository loaded: nested input. Each must be a
 * child of its owner in the database already, which is asked before anything is written.
 */
final class ClaimedChildren {

	private final GraphParts parts;

	private final AggregateGraph graph;

	private final Set<Object> verified = Collections.newSetFromMap(new IdentityHashMap<>());

	private final List<Runnable> passed = new ArrayList<>(0);

	ClaimedChildren(GraphParts parts) {
		this.parts = parts;
		this.graph = parts.graph();
	}

	/**
	 * Verifies what can be reached from objects that are about to be written.
	 */
	void verify(Collection<?> entities) {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Object> queue = new ArrayDeque<>(entities);
		while (!queue.isEmpty()) {
			Object entity = queue.remove();
			if (seen.add(entity)) {
				this.graph.forEachChildren(entity, (children) -> verify(entity, children, queue));
				this.graph.forEachReference(entity, (reference) -> {
					Object target = reference.holder().assignedTarget();
					if (target != null && this.graph.isNew(target)) {
						queue.add(target);
					}
				});
			}
		}
		pass();
	}

	/**
	 * Nothing changes in memory either unless all of them pass.
	 */
	private void pass() {
		List<Runnable> passed = List.copyOf(this.passed);
		this.passed.clear();
		passed.forEach(Runnable::run);
	}

	private void verify(Object owner, Children children, Deque<Object> queue) {
		List<Object> claimed = new ArrayList<>();
		for (Object child : children.holder().pendingChanges().added()) {
			if (isClaimed(child)) {
				claimed.add(child);
				queue.add(child);
			}
			else if (this.graph.isNew(child)) {
				queue.add(child);
			}
		}
		if (!claimed.isEmpty() && children.property().isThrough()) {
			verifyThrough(owner, children, claimed);
		}
		else if (!claimed.isEmpty()) {
			verify(owner, children, claimed);
		}
	}

	/**
	 * Tells whether a child claims a row that nobody has asked the database for yet.
	 */
	boolean isClaimed(Object child) {
		return !this.verified.contains(child) && this.graph.isClaimed(child);
	}

	boolean isVerified(Object child) {
		return this.verified.contains(child);
	}

	/**
	 * Verifies some children of one owner.
	 */
	void verify(Object owner, Children children, List<Object> claimed) {
		Object ownerId = this.graph.isNew(owner) ? null : this.graph.idOf(owner);
		List<Object> ids = claimed.stream().map(this.graph::requiredIdOf).toList();
		Set<Object> owned = (ownerId != null)
				? new HashSet<>(this.parts.statements().owned(children.property(), ownerId, ids)) : Set.of();
		List<Object> foreign = ids.stream().filter((id) -> !owned.contains(id)).toList();
		if (!foreign.isEmpty()) {
			throw foreign(children, ownerId, foreign);
		}
		this.verified.addAll(claimed);
	}

	private void verifyThrough(Object owner, Children children, List<Object> claimed) {
		ClaimedTargets targets = new ClaimedTargets(this.parts, children);
		targets.verify(owner, claimed);
		this.passed.add(() -> targets.dropMade(claimed));
		this.verified.addAll(claimed);
	}

	/**
	 * Verifies targets that callbacks have added.
	 */
	void verifyLate(Object owner, Children children, List<Object> claimed) {
		if (!claimed.isEmpty()) {
			verifyThrough(owner, children, claimed);
			pass();
		}
	}

	private static ForeignChildException foreign(Children children, @Nullable Object ownerId, List<Object> ids) {
		String type = children.property().target().getSimpleName();
		String owner = children.property().owner().getSimpleName();
		return new ForeignChildException(
				("%s of %s cannot take in %s %s, which no repository loaded: there is no such row, or it belongs to another "
						+ "%s. Nothing was written. Leave the id out to insert a row, or load the %s and add it to move "
						+ "one. If ids are assigned before the first save, let %s implement Persistable or have a @Version.")
					.formatted(children.property(), (ownerId != null) ? owner + " " + ownerId : "a new " + owner, type,
							String.join(", ", ids.stream().map(Object::toString).toList()), owner, type, type));
	}

}
