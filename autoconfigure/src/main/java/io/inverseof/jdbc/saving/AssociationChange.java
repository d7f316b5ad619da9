package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.Dependent;
import io.inverseof.RequiredForeignKeyException;
import io.inverseof.RowNotFoundException;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.PendingChanges;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import io.inverseof.jdbc.saving.KeyStatements.RowVersion;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What has to be written because one has-one or has-many of one owner changed. Of rows
 * that exist nothing but the key is written, and the version.
 */
final class AssociationChange {

	private final GraphParts parts;

	private final AggregateGraph graph;

	private final ToChildrenHolder holder;

	private final AssociationProperty property;

	private final Children children;

	private final Object ownerId;

	private final List<Object> added = new ArrayList<>(0);

	private final List<Object> moved = new ArrayList<>(0);

	private final List<Object> claimed = new ArrayList<>(0);

	private final List<Object> removed = new ArrayList<>(0);

	private final List<Object> displaced = new ArrayList<>(0);

	private final List<Object> seen = new ArrayList<>(0);

	private PendingChanges pending = PendingChanges.NONE;

	private boolean replacesUnread;

	AssociationChange(GraphParts parts, Children children, Object ownerId) {
		this.parts = parts;
		this.graph = parts.graph();
		this.holder = children.holder();
		this.property = children.property();
		this.children = children;
		this.ownerId = ownerId;
	}

	/**
	 * Tells whether an association may have anything to write.
	 */
	static boolean isPending(AggregateGraph graph, Children children) {
		if (children.property().isThrough()) {
			return ThroughChange.isPending(children);
		}
		PendingChanges pending = children.holder().pendingChanges();
		return pending.replacesUnread() || !pending.removed().isEmpty()
				|| pending.added().stream().anyMatch((child) -> isPending(graph, children, child));
	}

	private static boolean isPending(AggregateGraph graph, Children children, Object child) {
		BelongsToHolder<?, ?> reference = children.holder().referenceOf(child);
		boolean changed = (reference != null) ? reference.isChanged() : children.holder().isAdded(child);
		return (changed || graph.isNew(child) || graph.isClaimed(child)) && !GraphSave.isWritten(child);
	}

	/**
	 * Looks at what changed.
	 * @param inserted whether the owner was just inserted, so that there can be nothing
	 * to replace
	 */
	void collect(ClaimedChildren claims, boolean inserted) {
		this.pending = this.holder.pendingChanges();
		for (Object child : this.pending.added()) {
			Object current = current(child);
			this.seen.add(current);
			collect(current, claims);
		}
		for (Object child : this.pending.removed()) {
			if (isStillRemoved(child)) {
				this.removed.add(child);
			}
			else if (this.property.kind() == AssociationKind.HAS_ONE && !this.graph.isNew(child)) {
				this.displaced.add(child);
			}
		}
		this.replacesUnread = this.pending.replacesUnread() && !inserted;
		if (hasChanges()) {
			touch();
		}
	}

	/**
	 * Lets go of the present target of a has-one.
	 * @param targets the target, if it is in memory
	 * @param unread whether it is to be read
	 */
	void replace(List<Object> targets, boolean unread) {
		PendingChanges pending = this.holder.pendingChanges();
		this.removed.addAll(targets);
		this.removed.addAll(pending.removed());
		this.replacesUnread = unread || pending.replacesUnread();
		touch();
	}

	private boolean hasChanges() {
		return !this.added.isEmpty() || !this.moved.isEmpty() || !this.claimed.isEmpty() || !this.removed.isEmpty()
				|| this.replacesUnread;
	}

	/**
	 * The saved object where the child is an immutable one that was saved before.
	 */
	private Object current(Object child) {
		Object saved = this.graph.savedAs(child);
		if (saved == null) {
			return child;
		}
		this.holder.replace(child, saved);
		return saved;
	}

	private void collect(Object child, ClaimedChildren claims) {
		if (this.graph.isNew(child)) {
			if (!GraphSave.isWritten(child)) {
				wire(child);
				this.added.add(child);
			}
		}
		else if (claims.isClaimed(child)) {
			claims.verify(this.holder.owner(), this.children, List.of(child));
			this.claimed.add(child);
		}
		else if (claims.isVerified(child)) {
			this.claimed.add(child);
		}
		else if (isMoved(child)) {
			this.moved.add(child);
		}
	}

	/**
	 * In an embedded object nobody knew the owner when the child was added.
	 */
	private void wire(Object child) {
		BelongsToHolder<?, ?> reference = this.holder.referenceOf(child);
		if (reference != null && reference.assignedTarget() == null && reference.keyIfKnown() == null) {
			this.holder.wireAdded(child);
		}
	}

	private boolean isMoved(Object child) {
		BelongsToHolder<?, ?> reference = this.holder.referenceOf(child);
		return (reference != null)
				? reference.isChanged() && TypedKey.of(this.property, this.ownerId).equals(reference.key())
				: this.property.hasPlainKey() && this.holder.isAdded(child)
						&& !this.graph.hasPlainKey(this.property, child, this.ownerId);
	}

	/**
	 * What belongs to somebody else by now is up to that one.
	 */
	private boolean isStillRemoved(Object child) {
		BelongsToHolder<?, ?> reference = this.holder.referenceOf(child);
		boolean elsewhere = (reference != null) ? reference.assignedTarget() != null || reference.key() != null
				: this.graph.hasOtherPlainKey(this.property, child, this.ownerId);
		return !elsewhere && !isTarget(child) && !this.graph.isNew(child);
	}

	/**
	 * Lets a rollback bring back what was in memory before.
	 */
	private void touch() {
		this.graph.changing(this.holder);
		for (List<Object> changed : List.of(this.added, this.moved, this.claimed, this.removed)) {
			for (Object child : changed) {
				BelongsToHolder<?, ?> reference = this.holder.referenceOf(child);
				if (reference != null) {
					this.graph.changing(reference);
				}
			}
		}
	}

	void remove() {
		if (!pendingTarget().isEmpty() && !this.displaced.isEmpty()) {
			makeRoom();
		}
		Object unread = this.replacesUnread ? this.graph.readTarget(this.children, this.ownerId, this::isTarget) : null;
		if (unread != null) {
			this.removed.add(unread);
		}
		if (this.removed.isEmpty()) {
			return;
		}
		this.parts.observer().remember(this.removed);
		Dependent.Action action = this.property.dependent();
		if (action == Dependent.Action.DESTROY) {
			this.parts.dependents().destroy(this.property, this.ownerId, this.removed);
		}
		else if (action == Dependent.Action.DELETE) {
			this.parts.dependents().delete(this.property, this.ownerId, this.removed);
		}
		else {
			clearKeys();
		}
	}

	private List<Object> pendingTarget() {
		return this.added.isEmpty() ? this.moved : this.added;
	}

	/**
	 * Two owners may swap the targets of a has-one whose key is unique. What goes
	 * somewhere else gets that key when its new owner is saved.
	 */
	private void makeRoom() {
		if (this.parts.nullable().test(this.property)) {
			this.parts.statements()
				.clear(this.property, this.ownerId,
						this.displaced.stream()
							.map((child) -> new RowVersion(this.graph.requiredIdOf(child), null))
							.toList());
		}
	}

	/**
	 * Tells whether a row is that of a target in memory.
	 */
	private boolean isTarget(Object row) {
		Object id = this.graph.idOf(row);
		return this.holder.inMemory().stream().anyMatch((target) -> Objects.equals(this.graph.idOf(target), id));
	}

	private void clearKeys() {
		if (!this.parts.nullable().test(this.property)) {
			refuseOwned();
			return;
		}
		boolean[] cleared = this.parts.statements().clear(this.property, this.ownerId, rows(this.removed));
		for (int i = 0; i < cleared.length; i++) {
			Object child = this.removed.get(i);
			if (cleared[i]) {
				written(child, null);
			}
			else if (this.parts.versionOf(child) != null) {
				verifyMovedAway(child);
			}
		}
	}

	/**
	 * A row that is gone by now, or somebody else's, needs no other key.
	 */
	private void refuseOwned() {
		List<Object> ids = this.removed.stream().map(this.graph::requiredIdOf).toList();
		List<Object> owned = this.parts.statements().owned(this.property, this.ownerId, ids);
		if (!owned.isEmpty()) {
			throw required(ids.stream().filter(owned::contains).map(Object::toString).toList());
		}
	}

	private RequiredForeignKeyException required(List<String> ids) {
		String type = this.property.target().getSimpleName();
		return new RequiredForeignKeyException(
				("%s %s was removed from %s of %s %s, but the column %s cannot be NULL. Add it to another %s, delete it, "
						+ "annotate the association with @Dependent(DESTROY) or @Dependent(DELETE), or let the column be "
						+ "NULL. Nothing was written.")
					.formatted(type, String.join(", ", ids), this.property, this.property.owner().getSimpleName(),
							this.ownerId, String.join(", ", this.property.foreignKey()),
							this.property.owner().getSimpleName()));
	}

	/**
	 * Somebody else may have moved or deleted the row, which is fine; who changed it
	 * otherwise has to be told.
	 */
	private void verifyMovedAway(Object child) {
		Object id = this.graph.requiredIdOf(child);
		if (!this.parts.statements().owned(this.property, this.ownerId, List.of(id)).isEmpty()) {
			throw stale(child);
		}
	}

	private OptimisticLockingFailureException stale(Object child) {
		return new OptimisticLockingFailureException(
				"The %s of %s %s cannot be changed by saving %s %s: the row was changed or deleted since version %s was read."
					.formatted(String.join(", ", this.property.foreignKey()), child.getClass().getSimpleName(),
							this.graph.requiredIdOf(child), this.property.owner().getSimpleName(), this.ownerId,
							this.parts.versionOf(child)));
	}

	private List<RowVersion> rows(List<Object> children) {
		return children.stream()
			.map((child) -> new RowVersion(this.graph.requiredIdOf(child), this.parts.versionOf(child)))
			.toList();
	}

	/**
	 * Points rows that exist at the owner.
	 * @return the children
	 */
	List<Object> move() {
		List<Object> result = new ArrayList<>();
		this.moved.removeIf((child) -> !isMoved(child));
		this.claimed.forEach((child) -> result.add(adopt(child)));
		if (!this.moved.isEmpty()) {
			this.parts.observer().remember(this.moved);
			boolean[] pointed = this.parts.statements().point(this.property, this.ownerId, rows(this.moved));
			for (int i = 0; i < pointed.length; i++) {
				Object child = this.moved.get(i);
				if (!pointed[i]) {
					throw (this.parts.versionOf(child) != null) ? stale(child) : missing(child);
				}
				result.add(written(child, this.ownerId));
			}
		}
		return result;
	}

	private RowNotFoundException missing(Object child) {
		return new RowNotFoundException(
				"%s %s was added to %s of %s %s, but there is no such row. It was deleted, or its id was assigned before it was saved: then let %s implement Persistable, or have a @Version."
					.formatted(child.getClass().getSimpleName(), this.graph.requiredIdOf(child), this.property,
							this.property.owner().getSimpleName(), this.ownerId, child.getClass().getSimpleName()));
	}

	/**
	 * A row that was claimed is the owner's already.
	 */
	private Object adopt(Object child) {
		Object adopted = withKey(child, this.ownerId);
		if (adopted != child) {
			this.holder.replace(child, adopted);
			this.seen.add(adopted);
		}
		this.graph.attachClaimed(adopted);
		keyWritten(adopted);
		return adopted;
	}

	/**
	 * Brings an object up to date with the key of its row.
	 */
	private Object written(Object child, @Nullable Object key) {
		this.graph.changed(this.parts.generatedValues(child));
		Object written = withKey(child, key);
		Number version = this.parts.versionOf(child);
		if (version != null) {
			written = this.parts.nextVersion(written, version);
		}
		if (written != child) {
			this.holder.replace(child, written);
			this.graph.attach(written);
		}
		keyWritten(written);
		this.graph.keyWritten(written, this.property);
		return written;
	}

	private void keyWritten(Object child) {
		BelongsToHolder<?, ?> reference = this.holder.referenceOf(child);
		if (reference != null) {
			reference.saved();
		}
	}

	private Object withKey(Object child, @Nullable Object key) {
		return !this.property.hasPlainKey() ? child : WrittenPlainKey.write(this.graph, this.property, child, key);
	}

	/**
	 * Returns the children that have no row, with the key where plain properties hold it.
	 */
	List<Object> newChildren() {
		this.added.replaceAll(this::keyed);
		return this.added;
	}

	private Object keyed(Object child) {
		Object keyed = withKey(child, this.ownerId);
		if (keyed != child) {
			this.holder.replace(child, keyed);
		}
		return keyed;
	}

	/**
	 * Tells the association what is in the database by now.
	 * @return whether callbacks changed it again meanwhile
	 */
	boolean saved() {
		List<Object> written = new ArrayList<>(this.seen);
		written.addAll(this.added);
		written.addAll(this.moved);
		List<Object> copies = written.stream().map(this::current).toList();
		written.addAll(copies);
		this.holder.changesSaved(new PendingChanges(written, this.pending.removed(), false));
		return isPending(this.graph, this.children);
	}

	Object owner() {
		return this.holder.owner();
	}

}
