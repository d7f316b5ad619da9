package io.inverseof.jdbc;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.SharedTargets;
import io.inverseof.unitofwork.SingleLoads;
import org.jspecify.annotations.Nullable;

/**
 * What one query handed out. The entities are divided among several attachments, each of
 * which dies with its entities, so that keeping one row of a million keeps few others'
 * traces.
 */
final class QueryResults {

	private final AssociationRuntime runtime;

	private final SharedTargets targets;

	private final Object lock = new Object();

	private @Nullable List<WeakReference<QueryAttachment>> attachments;

	private volatile @Nullable Map<AssociationProperty, Integer> batchSizes;

	private QueryAttachment attachment;

	private @Nullable SingleLoads singleLoads;

	private boolean rootsComplete;

	QueryResults(AssociationRuntime runtime) {
		this(runtime, new SharedTargets(runtime.maxEntries()), null);
	}

	private QueryResults(AssociationRuntime runtime, SharedTargets targets, @Nullable SingleLoads singleLoads) {
		this.runtime = runtime;
		this.targets = targets;
		this.singleLoads = singleLoads;
		this.attachment = new QueryAttachment(this);
	}

	/**
	 * Makes room for other results of the same query, which share targets with these but
	 * are no siblings.
	 */
	QueryResults next() {
		QueryResults next = new QueryResults(this.runtime, this.targets, singleLoads());
		next.rootsComplete = this.rootsComplete;
		next.batchSizes = this.batchSizes;
		return next;
	}

	AssociationRuntime runtime() {
		return this.runtime;
	}

	SharedTargets targets() {
		return this.targets;
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

	/**
	 * Makes a target known to the other results.
	 */
	void share(Object target, Object id, @Nullable CurrentUnit unit) {
		this.targets.add(target, id);
		if (unit != null) {
			unit.sharing(this.targets);
		}
	}

	/**
	 * The attachment of the next entity.
	 */
	QueryAttachment attachment() {
		if (this.attachment.siblings().isFull()) {
			this.attachment = next(this.attachment);
		}
		return this.attachment;
	}

	private QueryAttachment next(QueryAttachment last) {
		QueryAttachment next = new QueryAttachment(this);
		synchronized (this.lock) {
			if (this.attachments == null) {
				this.attachments = new ArrayList<>(List.of(new WeakReference<>(last)));
			}
			this.attachments.add(new WeakReference<>(next));
		}
		return next;
	}

	SingleLoads singleLoads() {
		synchronized (this.lock) {
			SingleLoads loads = (this.singleLoads != null) ? this.singleLoads : SingleLoads.ofOneQuery();
			this.singleLoads = loads;
			return loads;
		}
	}

	/**
	 * Visits the entities after one of them, then those before it, until the visitor has
	 * enough.
	 */
	void visitFrom(QueryAttachment attachment, Object entity, Predicate<Object> visitor) {
		List<QueryAttachment> all = aliveFrom(attachment);
		int start = attachment.siblings().indexOf(entity) + 1;
		boolean more = visit(attachment.siblings(), start, attachment.siblings().size(), visitor);
		for (int i = 1; i < all.size() && more; i++) {
			more = visit(all.get(i).siblings(), 0, all.get(i).siblings().size(), visitor);
		}
		if (more) {
			visit(attachment.siblings(), 0, start - 1, visitor);
		}
	}

	private static boolean visit(Siblings siblings, int from, int to, Predicate<Object> visitor) {
		for (int i = from; i < to; i++) {
			Object entity = siblings.get(i);
			if (entity != null && !visitor.test(entity)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * All attachments, one first and those that were before it last.
	 */
	private List<QueryAttachment> aliveFrom(QueryAttachment first) {
		List<QueryAttachment> alive = alive();
		int start = alive.indexOf(first);
		if (start < 0) {
			return List.of(first);
		}
		List<QueryAttachment> ordered = new ArrayList<>(alive.subList(start, alive.size()));
		ordered.addAll(alive.subList(0, start));
		return ordered;
	}

	private List<QueryAttachment> alive() {
		synchronized (this.lock) {
			return (this.attachments == null) ? List.of()
					: this.attachments.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
		}
	}

	/**
	 * How many keys one query of an association asks for here.
	 */
	int batchSize(AssociationProperty property) {
		Map<AssociationProperty, Integer> batchSizes = this.batchSizes;
		int configured = this.runtime.batchSize(property);
		return (batchSizes != null) ? batchSizes.getOrDefault(property, configured) : configured;
	}

	/**
	 * Asks for fewer keys from now on, because a batch did not turn out well.
	 */
	void reduceBatchSize(AssociationProperty property, int size) {
		synchronized (this.lock) {
			this.batchSizes = (this.batchSizes != null) ? this.batchSizes : new ConcurrentHashMap<>();
			this.batchSizes.put(property, Math.max(1, size));
		}
	}

}
