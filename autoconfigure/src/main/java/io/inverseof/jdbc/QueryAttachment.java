package io.inverseof.jdbc;

import java.util.List;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.Attachment;
import io.inverseof.holder.AvoidedReason;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ChildQuery;
import io.inverseof.holder.Found;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.SharedTargets;
import org.jspecify.annotations.Nullable;

/**
 * Connects the results of one query to the application, and to each other: where there is
 * no unit of work they share the targets that one of them loads.
 */
final class QueryAttachment implements Attachment {

	private final AssociationRuntime runtime;

	private final SharedTargets targets;

	private boolean rootsComplete;

	QueryAttachment(AssociationRuntime runtime) {
		this.runtime = runtime;
		this.targets = new SharedTargets(runtime.maxEntries());
	}

	AssociationRuntime runtime() {
		return this.runtime;
	}

	@Override
	public AssociationModel model() {
		return this.runtime.model();
	}

	@Override
	public @Nullable Object idOf(Object entity) {
		return this.runtime.plan(entity.getClass()).idOf(entity);
	}

	@Override
	public boolean isNew(Object entity) {
		return this.runtime.plan(entity.getClass()).isNew(entity);
	}

	/**
	 * Takes a complete root into the unit of work, or, where results of one query may
	 * refer to each other, makes it known to them.
	 */
	void rootLoaded(Object root, EntityPlan plan) {
		if (!this.runtime.isSharing()) {
			return;
		}
		this.rootsComplete = true;
		CurrentUnit unit = this.runtime.currentUnit();
		if (unit != null) {
			this.runtime.enter(unit, root, plan);
		}
		if (!this.runtime.awaitsCallbacks()) {
			shareRoot(root, plan);
		}
	}

	/**
	 * Makes a complete root that user callbacks have seen known to the other results.
	 */
	void afterCallbacks(Object root, EntityPlan plan) {
		if (this.rootsComplete && this.runtime.isSharing()) {
			shareRoot(root, plan);
		}
	}

	private void shareRoot(Object root, EntityPlan plan) {
		Object id = plan.isSelfReferential() ? plan.idOf(root) : null;
		if (id != null) {
			share(root, id, this.runtime.currentUnit());
		}
	}

	private void share(Object target, Object id, @Nullable CurrentUnit unit) {
		this.targets.add(target, id);
		if (unit != null) {
			unit.sharing(this.targets);
		}
	}

	@Override
	public Found findTarget(BelongsToHolder<?, ?> holder, Object id) {
		AssociationProperty property = property(holder);
		if (!this.runtime.isSharing() || property.scopeShape().narrows()) {
			return new Found(load(holder, property, id), null);
		}
		CurrentUnit unit = this.runtime.currentUnit();
		Object known = holder.isForgotten() ? null : inMemory(property, id, unit);
		if (known != null) {
			holder.wireTarget(known);
			return new Found(known, AvoidedReason.CACHE);
		}
		Object loaded = load(holder, property, id);
		return new Found((loaded != null) ? shared(holder, loaded, id, unit) : null, null);
	}

	/**
	 * In a unit the most recent object wins, elsewhere that of the fastest thread, so
	 * that all results have the same.
	 */
	private Object shared(BelongsToHolder<?, ?> holder, Object loaded, Object id, @Nullable CurrentUnit unit) {
		if (unit != null || holder.isForgotten()) {
			share(loaded, id, unit);
			return loaded;
		}
		Object first = this.targets.addIfAbsent(loaded, id);
		if (first != loaded) {
			holder.wireTarget(first);
		}
		return first;
	}

	private @Nullable Object inMemory(AssociationProperty property, Object id, @Nullable CurrentUnit unit) {
		return (unit != null) ? unit.find(property.target(), id) : this.targets.find(property.target(), id);
	}

	private @Nullable Object load(BelongsToHolder<?, ?> holder, AssociationProperty property, Object id) {
		Object target = this.runtime.loader()
			.loadTarget(property, id, this.runtime.isSharing() ? holder::wireTarget : this::leaveUnwired);
		if (target != null) {
			this.runtime.plan(target.getClass()).rebind(target, this);
		}
		return target;
	}

	private void leaveUnwired(Object target) {
	}

	@Override
	public List<?> loadChildren(ToChildrenHolder holder, ChildQuery query) {
		List<?> children = this.runtime.loader()
			.loadChildren(property(holder), owner(holder), query, (child) -> wireChild(holder, child));
		children.forEach((child) -> this.runtime.plan(child.getClass()).rebind(child, this));
		return children;
	}

	@Override
	public void wireChild(ToChildrenHolder holder, Object child) {
		holder.join(child);
		if (this.runtime.isSharing()) {
			holder.shareOwner(child);
		}
	}

	@Override
	public long countChildren(ToChildrenHolder holder) {
		return this.runtime.loader().countChildren(property(holder), owner(holder));
	}

	@Override
	public boolean existsChild(ToChildrenHolder holder) {
		return this.runtime.loader().existsChild(property(holder), owner(holder));
	}

	private Object owner(ToChildrenHolder holder) {
		Object id = idOf(holder.owner());
		if (id == null) {
			throw new IllegalStateException(holder.describe() + " cannot be loaded: its owner has no id");
		}
		return id;
	}

	private static AssociationProperty property(AssociationHolder holder) {
		AssociationProperty property = holder.property();
		if (property == null) {
			throw new IllegalStateException(holder.describe() + " is not a field of its owner");
		}
		return property;
	}

	@Override
	public void avoided(AssociationProperty property, AvoidedReason reason) {
		this.runtime.listener().queryAvoided(property, reason);
	}

	@Override
	public void changing(AssociationHolder holder) {
		CurrentUnit unit = this.runtime.currentUnit();
		if (unit != null) {
			unit.changing(holder);
		}
	}

}
