package io.inverseof.jdbc;

import java.util.List;
import java.util.Objects;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.Attachment;
import io.inverseof.holder.AvoidedReason;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ChildQuery;
import io.inverseof.holder.Epoch;
import io.inverseof.holder.Found;
import io.inverseof.holder.FoundChildren;
import io.inverseof.holder.PendingChanges;
import io.inverseof.holder.ReadAhead;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.Neighbourhood;
import io.inverseof.unitofwork.SingleLoads;
import org.jspecify.annotations.Nullable;

/**
 * Connects some results of one query to the application, and all of them to each other:
 * where there is no unit of work they share the targets that one of them loads.
 */
final class QueryAttachment implements Attachment {

	private final QueryResults results;

	private final AssociationRuntime runtime;

	private final Siblings siblings = new Siblings();

	private volatile @Nullable FindableSiblings findable;

	QueryAttachment(QueryResults results) {
		this.results = results;
		this.runtime = results.runtime();
	}

	QueryResults results() {
		return this.results;
	}

	Siblings siblings() {
		return this.siblings;
	}

	/**
	 * The siblings as a unit of work remembers them, if they are worth it. What is saved
	 * again in another unit must not bring back what that one never read.
	 */
	@Nullable Neighbourhood neighbourhood(Epoch unit) {
		FindableSiblings findable = this.findable;
		if (findable == null || !findable.isOf(unit)) {
			findable = (this.siblings.size() >= FindableSiblings.LEAST) ? new FindableSiblings(this.siblings, unit)
					: null;
			this.findable = findable;
		}
		return findable;
	}

	/**
	 * Lets an entity that is connected by this know the others, and them know it.
	 */
	void add(Object entity) {
		if (this.runtime.sharesAtAll()) {
			this.siblings.add(entity);
		}
	}

	/**
	 * Lets a copy take the place of an entity.
	 */
	void replace(@Nullable Object entity, Object copy) {
		if (this.runtime.sharesAtAll()) {
			this.siblings.replace(entity, copy);
		}
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

	@Override
	public boolean isSharing() {
		return this.runtime.isSharing();
	}

	@Override
	public Found findTarget(BelongsToHolder<?, ?> holder, Object id, @Nullable ReadAhead ahead) {
		AssociationProperty property = property(holder);
		if (!this.runtime.isSharing()) {
			return new Found(first(traverseAlone(holder, property, id)), null);
		}
		ReadAhead.Standing standing = (ahead != null) ? ahead.standing() : null;
		Object known = holder.isForgotten() ? null : findInMemory(property, id);
		if (known != null && !(standing == ReadAhead.Standing.OUTDATED && isUnseen(known, ahead))) {
			holder.wireTarget(known);
			return new Found(known, reasonOf(known, ahead));
		}
		if (ahead != null && standing == ReadAhead.Standing.CURRENT) {
			return new Found(shared(holder, property, id, ahead.rows()), ahead.taken());
		}
		boolean alone = holder.isForgotten() || standing == ReadAhead.Standing.OUTDATED;
		List<?> rows = alone ? traverseAlone(holder, property, id) : traverse(holder, property, id);
		return new Found(shared(holder, property, id, rows), null);
	}

	/**
	 * Tells whether a target is in memory only because it was read ahead.
	 */
	private static boolean isUnseen(Object known, @Nullable ReadAhead ahead) {
		return ahead instanceof SiblingRows rows && rows.isUnseen() && first(rows.rows()) == known;
	}

	private static AvoidedReason reasonOf(Object known, @Nullable ReadAhead ahead) {
		return (ahead != null && first(ahead.rows()) == known) ? ahead.taken() : AvoidedReason.CACHE;
	}

	private static @Nullable Object first(List<?> rows) {
		return rows.isEmpty() ? null : rows.get(0);
	}

	/**
	 * Finds a target that was read before and may be handed out now.
	 */
	@Nullable Object findInMemory(AssociationProperty property, Object id) {
		if (property.kind() != AssociationKind.BELONGS_TO || property.scopeShape().narrows()) {
			return null;
		}
		CurrentUnit unit = this.runtime.currentUnit();
		Class<?> type = KnownTypes.target(property, id);
		Object plain = TypedKey.plain(id);
		return (unit != null) ? unit.find(type, plain) : this.results.targets().find(type, plain);
	}

	private @Nullable Object shared(BelongsToHolder<?, ?> holder, AssociationProperty property, Object id,
			List<?> rows) {
		Object target = first(rows);
		return (target == null || property.scopeShape().narrows()) ? target
				: shared(holder, target, TypedKey.plain(id), this.runtime.currentUnit());
	}

	/**
	 * In a unit the most recent object wins, elsewhere that of the fastest thread, so
	 * that all results have the same.
	 */
	private Object shared(BelongsToHolder<?, ?> holder, Object loaded, Object id, @Nullable CurrentUnit unit) {
		if (unit != null || holder.isForgotten()) {
			this.results.share(loaded, id, unit);
			return loaded;
		}
		Object first = this.results.targets().addIfAbsent(loaded, id);
		if (first != loaded) {
			holder.wireTarget(first);
		}
		return first;
	}

	/**
	 * Loads the rows of a holder that the application has asked for, with those of its
	 * siblings where that is possible.
	 */
	private List<?> traverse(AssociationHolder holder, AssociationProperty property, Object key) {
		this.runtime.guard().loading(holder, property);
		List<?> together = this.runtime.siblings().load(this, holder, property, key);
		return (together != null) ? together : countedAlone(holder, property, key);
	}

	/**
	 * Loads the rows of one holder that the application has asked for.
	 */
	private List<?> traverseAlone(AssociationHolder holder, AssociationProperty property, Object key) {
		this.runtime.guard().loading(holder, property);
		return countedAlone(holder, property, key);
	}

	private List<?> countedAlone(AssociationHolder holder, AssociationProperty property, Object key) {
		this.runtime.guard().loadedAlone(holder, property, singleLoads());
		return loadAlone(holder, property, key);
	}

	private SingleLoads singleLoads() {
		CurrentUnit unit = this.runtime.currentUnit();
		return (unit != null) ? unit.singleLoads() : this.results.singleLoads();
	}

	/**
	 * Loads the rows of one holder.
	 */
	List<?> loadAlone(AssociationHolder holder, AssociationProperty property, Object key) {
		if (holder instanceof ToChildrenHolder children) {
			return loadChildren(children,
					(property.kind() == AssociationKind.HAS_ONE) ? new ChildQuery.First(1) : ChildQuery.ALL);
		}
		BelongsToHolder<?, ?> belongsTo = (BelongsToHolder<?, ?>) holder;
		Object target = this.runtime.loader()
			.loadTarget(property, key, this.runtime.isSharing() ? belongsTo::wireTarget : this::leaveUnwired);
		if (target == null) {
			return List.of();
		}
		this.runtime.plan(target.getClass()).rebind(target, this);
		return List.of(target);
	}

	private void leaveUnwired(Object target) {
	}

	@Override
	public FoundChildren findChildren(ToChildrenHolder holder, @Nullable ReadAhead ahead) {
		AssociationProperty property = property(holder);
		Object owner = owner(holder);
		if (!this.runtime.isSharing()) {
			return new FoundChildren(traverseAlone(holder, property, owner), null);
		}
		ReadAhead.Standing standing = (ahead != null) ? standing(ahead, holder, owner) : null;
		if (ahead != null && standing == ReadAhead.Standing.CURRENT) {
			return new FoundChildren(ahead.rows(), ahead.taken());
		}
		boolean alone = standing == ReadAhead.Standing.OUTDATED;
		return new FoundChildren(alone ? traverseAlone(holder, property, owner) : traverse(holder, property, owner),
				null);
	}

	/**
	 * Another association may have handed out a child, whose reference the application
	 * changed since.
	 */
	private static ReadAhead.Standing standing(ReadAhead ahead, ToChildrenHolder holder, Object owner) {
		boolean stayed = ahead.rows().stream().allMatch((child) -> {
			BelongsToHolder<?, ?> reference = holder.referenceOf(child);
			return reference == null || TypedKey.of(property(holder), owner).equals(reference.key());
		});
		return stayed ? ahead.standing() : ReadAhead.Standing.OUTDATED;
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

	/**
	 * Wires a child that was read together with those of other owners.
	 */
	static void wire(ToChildrenHolder holder, Object child) {
		holder.join(child);
		holder.shareOwner(child);
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
	public void create(AssociationHolder holder, Object target) {
		this.runtime.creation().create(property(holder), Objects.requireNonNull(holder.owner()), target);
	}

	@Override
	public void avoided(AssociationProperty property, AvoidedReason reason, @Nullable Object target) {
		AssociationListener listener = this.runtime.listener();
		listener.queryAvoided(property, reason);
		if (target != null && reason != AvoidedReason.BATCH) {
			this.runtime.plan(target.getClass())
				.collections()
				.forEach(target, (collection) -> listener.queryAvoided(collection, reason));
		}
	}

	@Override
	public @Nullable Epoch epoch() {
		CurrentUnit unit = this.runtime.currentUnit();
		return (unit != null) ? unit.revocableEpoch() : null;
	}

	@Override
	public void changing(AssociationHolder holder) {
		CurrentUnit unit = this.runtime.currentUnit();
		if (unit != null) {
			unit.changing(holder);
		}
	}

	@Override
	public void written(AssociationHolder holder, PendingChanges changes) {
		CurrentUnit unit = this.runtime.currentUnit();
		if (unit != null) {
			unit.written(holder, changes);
		}
	}

}
