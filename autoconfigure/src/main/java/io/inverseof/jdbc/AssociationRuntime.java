package io.inverseof.jdbc;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.lazyloading.LazyLoadGuard;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.IdentityWeakMap;
import io.inverseof.unitofwork.Neighbourhood;
import io.inverseof.unitofwork.TransactionalUnitOfWork;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;

/**
 * What the associations of one data source have in common: the model, the unit of work,
 * the loader and the listener. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationRuntime {

	private final AssociationModel model;

	private final EntityPlans plans;

	private final ParentWiring parents;

	private final AssociationLoader loader;

	private final TransactionalUnitOfWork unitOfWork;

	private final AssociationListener listener;

	private final RuntimeSettings settings;

	private final LazyLoadGuard guard;

	private final Creation creation;

	private final IdentityWeakMap<Boolean> knownRows = new IdentityWeakMap<>();

	private final IdentityWeakMap<Boolean> claimedRows = new IdentityWeakMap<>();

	private final ChildKeys childKeys;

	private final SiblingLoader siblings;

	private final WriteJournal journal = new WriteJournal();

	private final CounterColumns counters;

	private final RowObserver observer;

	private final ThreadLocal<@Nullable WeakReference<Object>> original = new ThreadLocal<>();

	private final Map<Class<?>, EntityPlan> plansByType = new ConcurrentHashMap<>();

	/**
	 * Creates the runtime.
	 * @param model the associations of the application
	 * @param mappingContext how classes are mapped
	 * @param loader sends the queries
	 * @param unitOfWork the unit of work
	 * @param listener observes
	 * @param settings the settings
	 * @param guard watches what loads by itself
	 * @param creation saves what is created
	 * @param observer is told of the rows that others count
	 */
	public AssociationRuntime(AssociationModel model, InverseMappingContext mappingContext, AssociationLoader loader,
			TransactionalUnitOfWork unitOfWork, AssociationListener listener, RuntimeSettings settings,
			LazyLoadGuard guard, Creation creation, RowObserver observer) {
		this.model = model;
		this.plans = new EntityPlans(mappingContext, model);
		this.parents = mappingContext.parents();
		this.loader = loader;
		this.unitOfWork = unitOfWork;
		this.listener = listener;
		this.settings = settings;
		this.guard = guard;
		this.creation = creation;
		this.observer = observer;
		this.counters = mappingContext.counters();
		this.childKeys = new ChildKeys(mappingContext);
		this.siblings = new SiblingLoader(this, this.childKeys);
	}

	/**
	 * Who is told of the rows that others count.
	 */
	RowObserver observer() {
		return this.observer;
	}

	/**
	 * Lets a new row start with nothing counted.
	 */
	Identifier newRow(Class<?> type, Identifier identifier) {
		return this.counters.newRow(type, identifier);
	}

	/**
	 * Tells an object that nothing refers to its new row yet.
	 */
	void startCounting(Object instance) {
		Undo undo = this.counters.inserted(instance);
		CurrentUnit unit = (undo != null) ? currentUnit() : null;
		if (undo != null && unit != null) {
			unit.changed(undo);
		}
	}

	/**
	 * Is told that some columns of a row were changed by a statement of their own.
	 */
	void rowChanged(Class<?> type, Object id) {
		writing(currentUnit());
		this.journal.deleted(type, id);
	}

	ParentWiring parents() {
		return this.parents;
	}

	AssociationModel model() {
		return this.model;
	}

	/**
	 * Returns the id of an aggregate.
	 * @param aggregate the aggregate
	 * @return the id, or {@code null}
	 */
	public @Nullable Object idOf(Object aggregate) {
		return plan(aggregate.getClass()).idOf(aggregate);
	}

	/**
	 * Returns what an aggregate was read together with, as far as the current unit of
	 * work knows it.
	 * @param aggregate the aggregate
	 * @return the aggregates of its query, or {@code null} if they were few
	 */
	public @Nullable Neighbourhood neighbourhoodOf(Object aggregate) {
		CurrentUnit unit = currentUnit();
		return (unit != null && AssociationHolder.attachmentOf(aggregate) instanceof QueryAttachment attachment)
				? attachment.neighbourhood(unit.epoch()) : null;
	}

	EntityPlan plan(Class<?> type) {
		EntityPlan plan = this.plansByType.get(type);
		return (plan != null) ? plan : this.plansByType.computeIfAbsent(type, this.plans::of);
	}

	AssociationLoader loader() {
		return this.loader;
	}

	AssociationListener listener() {
		return this.listener;
	}

	ChildKeys childKeys() {
		return this.childKeys;
	}

	SiblingLoader siblings() {
		return this.siblings;
	}

	WriteJournal journal() {
		return this.journal;
	}

	/**
	 * How many distinct keys one query asks for, unless an association says otherwise.
	 */
	int batchSize() {
		return this.settings.batchSize();
	}

	/**
	 * How many distinct keys one query of an association asks for.
	 */
	int batchSize(AssociationProperty property) {
		Integer own = property.batchSize();
		return BatchLimits.keys(property, (own != null) ? own : this.settings.batchSize());
	}

	Creation creation() {
		return this.creation;
	}

	LazyLoadGuard guard() {
		return this.guard;
	}

	/**
	 * How many aggregates load their collections together.
	 */
	int aggregateBatchSize() {
		return this.settings.aggregateBatchSize();
	}

	int maxEntries() {
		return this.settings.maxEntries();
	}

	/**
	 * Whether results share what they read, unless a naive piece of work is running.
	 */
	boolean sharesAtAll() {
		return this.settings.sharing();
	}

	/**
	 * Whether results share what they read, here and now.
	 */
	boolean isSharing() {
		return this.settings.sharing() && !this.unitOfWork.isNaive();
	}

	/**
	 * Whether a naive piece of work is running.
	 */
	boolean isNaive() {
		return this.unitOfWork.isNaive();
	}

	/**
	 * Whether aggregates are shared only after user callbacks have seen them.
	 */
	boolean awaitsCallbacks() {
		return this.settings.callbacksReplace();
	}

	@Nullable CurrentUnit currentUnit() {
		return this.unitOfWork.current();
	}

	/**
	 * Enters a complete aggregate into a unit.
	 */
	void enter(CurrentUnit unit, Object aggregate, EntityPlan plan) {
		Object id = this.settings.callbacksReplace() ? plan.idOf(aggregate) : null;
		if (id != null) {
			unit.awaitCallbacks(aggregate.getClass(), id);
		}
		else {
			unit.enter(aggregate);
		}
	}

	/**
	 * Converts a row that no query of Spring Data sent.
	 */
	<T> T inOwnScope(Supplier<T> conversion) {
		return QueryScope.open(this).call(conversion);
	}

	/**
	 * Is told that a row that exists is about to be written.
	 */
	void beforeUpdate(Object instance) {
		plan(instance.getClass()).movedKeys(instance, this.journal);
	}

	void beforeWrite(Object instance) {
		writing(currentUnit());
		plan(instance.getClass()).beforeWrite(instance);
	}

	/**
	 * Connects an aggregate that was saved, and makes it the most recent one.
	 * @param aggregate the saved aggregate
	 */
	void saved(Object aggregate) {
		EntityPlan plan = plan(aggregate.getClass());
		connect(aggregate, new QueryResults(this).attachment(), (part) -> plan(part.getClass()).saved(part));
		this.claimedRows.remove(aggregate);
		if (plan.isRemembered()) {
			remember(aggregate);
		}
		CurrentUnit unit = plan.isTarget() ? currentUnit() : null;
		Object id = (unit != null) ? plan.idOf(aggregate) : null;
		if (unit == null || id == null) {
			return;
		}
		unit.remove(aggregate.getClass(), id);
		if (plan.isWrittenWhole() && isSharing()) {
			unit.enter(aggregate);
		}
	}

	/**
	 * Connects what user callbacks made of an aggregate that was saved, if that is
	 * another object.
	 * @param aggregate the aggregate after all callbacks
	 */
	void afterSaveCallbacks(Object aggregate) {
		if (!isKnown(aggregate, plan(aggregate.getClass()))) {
			saved(aggregate);
		}
	}

	/**
	 * Puts what user callbacks made of an aggregate in its place.
	 * @param aggregate the aggregate after all callbacks
	 */
	void afterCallbacks(Object aggregate) {
		EntityPlan plan = plan(aggregate.getClass());
		CurrentUnit unit = plan.isTarget() ? currentUnit() : null;
		Object id = (unit != null) ? plan.idOf(aggregate) : null;
		if (unit != null && id != null) {
			unit.afterCallbacks(aggregate, id);
		}
		if (plan.hasAssociations()) {
			afterCallbacks(aggregate, plan);
		}
	}

	/**
	 * Remembers an aggregate that was read, because user callbacks may replace it.
	 */
	void beforeCallbacks(Object aggregate) {
		this.original.set(new WeakReference<>(aggregate));
	}

	private @Nullable Object takeOriginal(Object aggregate, EntityPlan plan) {
		WeakReference<Object> reference = this.original.get();
		this.original.remove();
		Object original = (reference != null) ? reference.get() : null;
		boolean same = original != null && original.getClass() == aggregate.getClass()
				&& Objects.equals(plan.idOf(original), plan.idOf(aggregate));
		return same ? original : null;
	}

	/**
	 * What connects an aggregate, or something new if nothing does.
	 */
	private QueryAttachment attachmentOf(@Nullable Object original) {
		return (original != null && AssociationHolder.attachmentOf(original) instanceof QueryAttachment attachment)
				? attachment : new QueryResults(this).attachment();
	}

	private void afterCallbacks(Object aggregate, EntityPlan plan) {
		Object original = takeOriginal(aggregate, plan);
		boolean copied = original != null && original != aggregate;
		boolean replaced = plan.rebind(aggregate, attachmentOf(original));
		if (AssociationHolder.attachmentOf(aggregate) instanceof QueryAttachment attachment) {
			if (replaced || copied) {
				attachment.replace(original, aggregate);
			}
			attachment.results().afterCallbacks(aggregate, plan);
		}
	}

	/**
	 * Is told that a row was inserted or updated.
	 */
	void written(Object instance) {
		EntityPlan plan = plan(instance.getClass());
		this.journal.written(instance, plan.idOf(instance));
		plan.writtenKeys(instance, this.journal);
	}

	/**
	 * Is told that the key of a row was written by itself.
	 */
	void keyWritten(Object child, AssociationProperty property) {
		CurrentUnit unit = currentUnit();
		writing(unit);
		written(child);
		AssociationProperty keySide = property.keySide();
		if (keySide != null) {
			this.journal.moved(keySide.field());
		}
		Object id = plan(child.getClass()).idOf(child);
		if (unit != null && id != null && unit.find(child.getClass(), id) != child) {
			unit.remove(child.getClass(), id);
		}
	}

	boolean isKnown(Object entity) {
		return isKnown(entity, plan(entity.getClass()));
	}

	/**
	 * Tells whether an object was read from a row or saved.
	 */
	boolean isKnown(Object entity, EntityPlan plan) {
		return this.claimedRows.get(entity) == null && (plan.isConnected(entity) || this.knownRows.get(entity) != null);
	}

	/**
	 * Remembers that an object without associations, which could tell it, has a row.
	 */
	void remember(Object entity) {
		this.knownRows.put(entity, Boolean.TRUE);
	}

	private void writing(@Nullable CurrentUnit unit) {
		if (unit != null) {
			this.journal.writing(unit);
		}
	}

	void deleted(Class<?> type, Object id) {
		CurrentUnit unit = currentUnit();
		writing(unit);
		this.journal.deleted(type, id);
		if (unit != null) {
			unit.deleted(type, id);
		}
	}

	void deletedAll(Class<?> type) {
		CurrentUnit unit = currentUnit();
		writing(unit);
		this.journal.deletedAll(type);
		if (unit != null) {
			unit.deleted(type);
		}
	}

	/**
	 * Forgets the cache of the current unit, because a query changed rows and nobody
	 * knows which.
	 */
	void changedOutsideAggregates() {
		CurrentUnit unit = currentUnit();
		writing(unit);
		this.journal.unknownWrite();
		if (unit != null) {
			unit.clear();
		}
	}

	/**
	 * Connects an object that the application says is that of a row.
	 */
	void attach(Object entity) {
		this.claimedRows.remove(entity);
		if (plan(entity.getClass()).isRemembered()) {
			remember(entity);
		}
		connect(entity);
	}

	/**
	 * Connects an object that may read, but has only claimed to be that of a row.
	 */
	void attachClaimed(Object entity) {
		this.claimedRows.put(entity, Boolean.TRUE);
		connect(entity);
	}

	private void connect(Object entity) {
		this.parents.wire(entity);
		connect(entity, new QueryResults(this).attachment(), (part) -> {
		});
	}

	/**
	 * Connects those of several entities that nobody loaded, and lets them share what one
	 * of them loads. New ones have everything in memory.
	 */
	void attachUnattached(Collection<?> entities) {
		QueryResults results = new QueryResults(this);
		for (Object entity : entities) {
			EntityPlan plan = plan(entity.getClass());
			if (AssociationHolder.attachmentOf(entity) == null && (!plan.hasId() || plan.idOf(entity) != null)) {
				this.claimedRows.put(entity, Boolean.TRUE);
				connect(entity, results.attachment(), (part) -> {
				});
			}
		}
	}

	/**
	 * Connects an aggregate with all entities inside it.
	 */
	private void connect(Object entity, QueryAttachment attachment, Consumer<Object> then) {
		EntityPlan plan = plan(entity.getClass());
		if (plan.hasAssociations()) {
			plan.rebind(entity, attachment);
			then.accept(entity);
		}
		plan.parts().forEach(entity, (part) -> connect(part, attachment, then));
	}

}
