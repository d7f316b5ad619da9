package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.inverseof.holder.JoinAggregates;
import io.inverseof.holder.PendingChanges;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written because an association changed that goes through another one:
 * the join aggregates of what was removed are deleted. Those of what was added are new
 * targets of the other association, which is saved like any other.
 */
final class ThroughChange {

	private final GraphParts parts;

	private final AggregateGraph graph;

	private final Children children;

	private final ToChildrenHolder holder;

	private final Object ownerId;

	private final @Nullable SingleJoinChange single;

	private final List<Object> claimed = new ArrayList<>(0);

	private final List<Object> removed = new ArrayList<>(0);

	private PendingChanges pending = PendingChanges.NONE;

	private boolean replacesUnread;

	ThroughChange(GraphParts parts, Children children, Object ownerId) {
		this.parts = parts;
		this.graph = parts.graph();
		this.children = children;
		this.holder = children.holder();
		this.ownerId = ownerId;
		this.single = SingleJoinChange.of(parts, children, ownerId);
	}

	/**
	 * Tells whether an association may have anything to write.
	 */
	static boolean isPending(Children children) {
		return hasRemoved(children) || SingleJoinChange.isPending(children);
	}

	private static boolean hasRemoved(Children children) {
		PendingChanges pending = children.holder().pendingChanges();
		return pending.replacesUnread() || !pending.removed().isEmpty();
	}

	/**
	 * Looks at what changed.
	 * @param inserted whether the owner was just inserted, so that there can be nothing
	 * to replace
	 */
	void collect(ClaimedChildren claims, boolean inserted) {
		this.pending = this.holder.pendingChanges();
		this.removed.addAll(this.pending.removed());
		this.replacesUnread = this.pending.replacesUnread() && !inserted;
		if (!this.removed.isEmpty() || !this.pending.added().isEmpty() || this.replacesUnread) {
			this.graph.changing(this.holder);
		}
		collectClaimed(claims);
		if (this.single != null) {
			collect(this.single, inserted);
		}
	}

	private void collectClaimed(ClaimedChildren claims) {
		claims.verifyLate(this.holder.owner(), this.children,
				this.pending.added().stream().<Object>map((target) -> target).filter(claims::isClaimed).toList());
		this.pending.added().stream().filter(claims::isVerified).forEach(this.claimed::add);
	}

	/**
	 * What there is for the present target stays, unless that was saved by itself.
	 */
	private void collect(SingleJoinChange change, boolean inserted) {
		boolean replaced = this.replacesUnread || !this.removed.isEmpty();
		boolean saved = change.hasRow();
		boolean forgotten = !inserted && !change.isPresent();
		if ((replaced || forgotten) && !saved) {
			this.pending.added().stream().filter(this::isUnclaimed).forEach(change::findRow);
		}
		if (!saved && !this.pending.added().isEmpty()) {
			this.removed.clear();
			this.replacesUnread = false;
		}
	}

	private boolean isUnclaimed(Object target) {
		return this.claimed.stream().noneMatch((claimed) -> claimed == target);
	}

	/**
	 * Lets go of the present target of a has-one that another one is created for.
	 * @param created the one that is created
	 * @param targets the target, if it is in memory
	 * @param unread whether it is to be read
	 */
	void replace(Object created, List<Object> targets, boolean unread) {
		if (this.single != null) {
			this.single.findRowUnlessRead(created);
			return;
		}
		PendingChanges pending = this.holder.pendingChanges();
		this.removed.addAll(targets);
		this.removed.addAll(pending.removed());
		this.replacesUnread = unread || pending.replacesUnread();
	}

	/**
	 * Deletes the join aggregates of what was removed.
	 */
	void remove() {
		if (this.single != null) {
			removeRow(this.single);
			return;
		}
		Object unread = this.replacesUnread ? this.graph.readTarget(this.children, this.ownerId, (target) -> false)
				: null;
		if (unread != null) {
			this.removed.add(unread);
		}
		List<Object> ids = this.removed.stream().map(this.graph::idOf).filter(Objects::nonNull).toList();
		if (ids.isEmpty()) {
			return;
		}
		Set<@Nullable Object> kept = new HashSet<>();
		joins().present().forEach((join) -> kept.add(this.graph.idOf(join)));
		delete(this.graph.readJoins(this.children, this.ownerId, ids)
			.stream()
			.filter((join) -> !kept.contains(this.graph.idOf(join)))
			.toList());
	}

	private void removeRow(SingleJoinChange change) {
		Object row = (this.replacesUnread || !this.removed.isEmpty()) ? change.readOther() : null;
		if (row != null) {
			delete(List.of(row));
		}
	}

	/**
	 * Returns the targets that claimed rows which join aggregates lead to already.
	 */
	List<Object> claimed() {
		this.claimed.forEach(this.graph::attachClaimed);
		return this.claimed;
	}

	/**
	 * Returns the targets without a row that no new join aggregate refers to.
	 */
	List<Object> newTargets() {
		SingleJoinChange change = this.single;
		return (change != null)
				? this.pending.added().stream().<Object>map((target) -> target).filter(change::needs).toList()
				: List.of();
	}

	/**
	 * Points the join aggregate that is there at the present target.
	 */
	void point(Object target) {
		if (this.single != null) {
			this.single.write(target);
		}
	}

	private JoinAggregates joins() {
		return Objects.requireNonNull(JoinAggregates.of(this.holder));
	}

	private void delete(List<Object> joins) {
		if (!joins.isEmpty()) {
			this.parts.observer().remember(this.removed);
			this.parts.deleteAll(joins);
			joins().withIds(joins.stream().map(this.graph::requiredIdOf).toList()).forEach(joins()::drop);
		}
	}

	/**
	 * Tells the association what is in the database by now.
	 * @return whether callbacks changed it again meanwhile
	 */
	boolean saved() {
		this.pending.added().forEach(this::point);
		List<Object> written = new ArrayList<>(this.pending.added());
		for (Object target : this.pending.added()) {
			Object copy = this.graph.savedAs(target);
			if (copy != null) {
				this.holder.replace(target, copy);
				written.add(copy);
			}
		}
		this.holder.changesSaved(new PendingChanges(written, this.pending.removed(), false));
		return hasRemoved(this.children);
	}

	Object owner() {
		return this.holder.owner();
	}

}
