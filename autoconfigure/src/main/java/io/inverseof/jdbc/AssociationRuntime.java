package io.inverseof.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationModel;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.TransactionalUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What the associations of one data source have in common: the model, the unit of work,
 * the loader and the listener. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationRuntime {

	private final AssociationModel model;

	private final EntityPlans plans;

	private final AssociationLoader loader;

	private final TransactionalUnitOfWork unitOfWork;

	private final AssociationListener listener;

	private final RuntimeSettings settings;

	private final Map<Class<?>, EntityPlan> plansByType = new ConcurrentHashMap<>();

	/**
	 * Creates the runtime.
	 * @param model the associations of the application
	 * @param mappingContext how classes are mapped
	 * @param loader sends the queries
	 * @param unitOfWork the unit of work
	 * @param listener observes
	 * @param settings the settings
	 */
	public AssociationRuntime(AssociationModel model, InverseMappingContext mappingContext, AssociationLoader loader,
			TransactionalUnitOfWork unitOfWork, AssociationListener listener, RuntimeSettings settings) {
		this.model = model;
		this.plans = new EntityPlans(mappingContext, model);
		this.loader = loader;
		this.unitOfWork = unitOfWork;
		this.listener = listener;
		this.settings = settings;
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

	int maxEntries() {
		return this.settings.maxEntries();
	}

	/**
	 * Whether results share what they read, here and now.
	 */
	boolean isSharing() {
		return this.settings.sharing() && !this.unitOfWork.isNaive();
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

	void beforeWrite(Object instance) {
		plan(instance.getClass()).beforeWrite(instance);
	}

	/**
	 * Connects an aggregate that was saved, and makes it the most recent one.
	 * @param aggregate the saved aggregate
	 */
	void saved(Object aggregate) {
		EntityPlan plan = plan(aggregate.getClass());
		connect(aggregate, new QueryAttachment(this), (part) -> plan(part.getClass()).saved(part));
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
			plan.rebind(aggregate, new QueryAttachment(this));
		}
		if (plan.isSelfReferential()
				&& AssociationHolder.attachmentOf(aggregate) instanceof QueryAttachment attachment) {
			attachment.afterCallbacks(aggregate, plan);
		}
	}

	void deleted(Class<?> type, Object id) {
		CurrentUnit unit = currentUnit();
		if (unit != null) {
			unit.remove(type, id);
		}
	}

	void deletedAll(Class<?> type) {
		CurrentUnit unit = currentUnit();
		if (unit != null) {
			unit.remove(type);
		}
	}

	/**
	 * Forgets the cache of the current unit, because a query changed rows and nobody
	 * knows which.
	 */
	void changedOutsideAggregates() {
		CurrentUnit unit = currentUnit();
		if (unit != null) {
			unit.clear();
		}
	}

	void attach(Object entity) {
		connect(entity, new QueryAttachment(this), (part) -> {
		});
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
