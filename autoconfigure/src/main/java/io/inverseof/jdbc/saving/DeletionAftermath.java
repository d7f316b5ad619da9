package io.inverseof.jdbc.saving;

import java.util.List;

import io.inverseof.Dependent;
import io.inverseof.ImmutableForeignKeyException;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.model.AssociationProperty;

/**
 * Brings objects in memory up to date with what happened to their rows: children that
 * were deleted leave their owner, and those that were kept refer to nobody. A rollback
 * takes it back.
 */
final class DeletionAftermath {

	private final AggregateGraph graph;

	DeletionAftermath(AggregateGraph graph) {
		this.graph = graph;
	}

	void update(DeletionPlan plan) {
		plan.rows().forEach(this::update);
	}

	private void update(DeletedRow owner) {
		Object instance = owner.instance();
		if (instance == null) {
			return;
		}
		for (AssociationProperty property : this.graph.childrenOf(owner.type())) {
			Dependent.Action action = property.dependent();
			if (action != null && property.holder(instance) instanceof ToChildrenHolder holder) {
				List.copyOf(holder.inMemory()).forEach((child) -> update(action, holder, property, child, owner.id()));
			}
		}
	}

	private void update(Dependent.Action action, ToChildrenHolder holder, AssociationProperty property, Object child,
			Object ownerId) {
		if (action == Dependent.Action.NULLIFY) {
			empty(holder, property, child, ownerId);
		}
		if (action == Dependent.Action.NULLIFY || !this.graph.isNew(child)) {
			holder.leave(child);
		}
	}

	private void empty(ToChildrenHolder holder, AssociationProperty property, Object child, Object ownerId) {
		BelongsToHolder<?, ?> reference = holder.referenceOf(child);
		if (reference != null && reference.inMemory().contains(holder.owner())) {
			empty(reference);
		}
		else if (reference != null && TypedKey.of(property, ownerId).equals(reference.key())) {
			empty(reference);
		}
		else if (property.hasPlainKey() && this.graph.hasPlainKey(property, child, ownerId)) {
			WrittenPlainKey.write(this.graph, property, child, null);
		}
	}

	/**
	 * A key that cannot be changed in memory belongs to an object that is outdated now,
	 * like any other whose row was changed.
	 */
	private static void empty(BelongsToHolder<?, ?> reference) {
		try {
			reference.set(null);
		}
		catch (ImmutableForeignKeyException ex) {
			reference.reload();
		}
	}

}
