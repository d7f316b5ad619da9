package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.DependentRows;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Owners whose children of one association are read together.
 */
final class DependentOwners {

	private final AggregateGraph graph;

	private final DependentRows rows;

	private final AssociationProperty property;

	private final List<DeletedRow> owners;

	private final Map<Object, List<DeletedRow>> byKey = new HashMap<>();

	private final Map<Object, Object> inMemory = new HashMap<>();

	DependentOwners(AggregateGraph graph, DependentRows rows, AssociationProperty property, List<DeletedRow> owners) {
		this.graph = graph;
		this.rows = rows;
		this.property = property;
		this.owners = owners;
		for (DeletedRow owner : owners) {
			Object key = rows.keyOf(property, owner.id());
			this.byKey.computeIfAbsent(key, (any) -> new ArrayList<>(1)).add(owner);
			remember(owner);
		}
	}

	private void remember(DeletedRow owner) {
		ToChildrenHolder holder = holder(owner);
		if (holder != null) {
			for (Object child : holder.inMemory()) {
				Object id = this.graph.isNew(child) ? null : this.graph.idOf(child);
				if (id != null) {
					this.inMemory.put(id, child);
				}
			}
		}
	}

	private @Nullable ToChildrenHolder holder(DeletedRow owner) {
		Object instance = owner.instance();
		return (instance != null && this.property.holder(instance) instanceof ToChildrenHolder holder) ? holder : null;
	}

	/**
	 * Reads the children. Callbacks that see them find their owner in memory.
	 */
	List<Object> readChildren() {
		List<Object> ids = this.owners.stream().map(DeletedRow::id).toList();
		return this.rows.read(this.property, ids, this::shareOwner);
	}

	private void shareOwner(Object child) {
		for (DeletedRow owner : ownersOf(child)) {
			ToChildrenHolder holder = holder(owner);
			if (holder != null && this.property.owner().isInstance(holder.owner())) {
				holder.shareOwner(child);
			}
		}
	}

	/**
	 * Returns the owner of a child, or all that may be.
	 */
	List<DeletedRow> ownersOf(Object child) {
		Object key = this.rows.ownerKeyOf(this.property, child);
		return (key != null) ? this.byKey.getOrDefault(key, this.owners) : this.owners;
	}

	/**
	 * Returns the object that the application knows a child by.
	 */
	Object present(Object child, Object id) {
		Object present = this.inMemory.get(id);
		return (present != null && present.getClass() == child.getClass()) ? present : child;
	}

}
