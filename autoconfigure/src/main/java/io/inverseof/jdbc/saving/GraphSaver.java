package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.inverseof.holder.CreationErrors;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import io.inverseof.jdbc.Creation;
import io.inverseof.jdbc.TargetValidator;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Saves aggregates with the new aggregates they belong to, and with what changed in their
 * has-one and has-many associations, all of it or nothing. As Rails' autosave of new
 * records (the Rails guide "Active Record Associations", and
 * {@code ActiveRecord::AutosaveAssociation}); unlike there, aggregates that exist are
 * never written because others refer to them, except for their foreign keys. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GraphSaver implements Creation {

	private final GraphParts parts;

	private final Transactions transactions;

	private final ObjectProvider<TargetValidator> validators;

	/**
	 * Creates the saver.
	 * @param parts reads and writes
	 * @param transactions keeps together what belongs together
	 * @param validators look at what is created
	 */
	public GraphSaver(GraphParts parts, Transactions transactions, ObjectProvider<TargetValidator> validators) {
		this.parts = parts;
		this.transactions = transactions;
		this.validators = validators;
	}

	/**
	 * Tells whether saving an object concerns others, and is not a part of saving them
	 * already.
	 */
	boolean concerns(Object entity) {
		return !GraphSave.isInProgress(entity) && this.parts.graph().hasAssociations(entity.getClass());
	}

	@SuppressWarnings("unchecked")
	<T> T save(T entity, UnaryOperator<T> operation) {
		List<Object> saved = saveAll(List.of(entity), (entities) -> List.of(operation.apply((T) entities.get(0))));
		return (T) saved.get(0);
	}

	@SuppressWarnings("unchecked")
	<T> List<T> saveEach(List<T> entities, Function<List<T>, List<T>> operation) {
		return (List<T>) saveAll(entities, (some) -> (List<Object>) operation.apply((List<T>) some));
	}

	/**
	 * What fails alone in a transaction of the application is up to the application, as
	 * ever.
	 */
	private List<Object> saveAll(List<?> entities, Function<List<Object>, List<Object>> operation) {
		GraphSave save = new GraphSave(this.parts);
		boolean alone = Transactions.isActive() && !isPartlyUncounted(entities)
				&& entities.stream().allMatch(this::isAlone);
		return alone ? this.parts.observer().together(() -> save.saveAlone(entities, operation), true)
				: committed(save, () -> save.save(entities, operation));
	}

	/**
	 * A batch that fails half way does not say which rows it has written, so a
	 * transaction that would commit them must not go on where they are counted.
	 */
	private boolean isPartlyUncounted(List<?> entities) {
		return entities.size() > 1
				&& entities.stream().anyMatch((entity) -> this.parts.observer().observes(entity.getClass()));
	}

	/**
	 * Tells whether nothing but the object itself has to be written.
	 */
	private boolean isAlone(Object entity) {
		AggregateGraph graph = this.parts.graph();
		AtomicBoolean alone = new AtomicBoolean(true);
		graph.forEachReference(entity, (reference) -> {
			Object target = reference.holder().assignedTarget();
			alone.compareAndSet(true, target == null || !graph.isNew(target));
		});
		graph.forEachChildren(entity,
				(children) -> alone.compareAndSet(true, !AssociationChange.isPending(graph, children)));
		return alone.get();
	}

	/**
	 * Remembers what became of an immutable object that others may refer to.
	 */
	void saved(Object original, Object saved) {
		AggregateGraph graph = this.parts.graph();
		if (saved != original && graph.isTarget(original.getClass())) {
			graph.saved(original, saved);
		}
	}

	/**
	 * Saves the new objects that an object refers to, just before it is written.
	 */
	void saveTargetsOf(Object entity) {
		if (this.parts.graph().hasAssociations(entity.getClass())) {
			new GraphSave(this.parts).saveTargetsOf(entity);
		}
	}

	/**
	 * Saves what changed in the associations of an object, just after it was written by a
	 * template that knows nothing of graphs.
	 */
	void saveChildrenOf(Object entity) {
		if (GraphSave.current() == null && this.parts.graph().hasAssociations(entity.getClass())) {
			new GraphSave(this.parts).saveChildrenOf(entity);
		}
	}

	/**
	 * Deletes objects after what depends on them.
	 */
	void delete(List<?> instances, Runnable deletion) {
		boolean concerns = instances.stream().anyMatch((instance) -> dependents().concerns(instance.getClass()));
		boolean observed = instances.stream()
			.anyMatch((instance) -> this.parts.observer().observes(instance.getClass()));
		Runnable alone = () -> {
			this.parts.observer().remember(instances);
			deletion.run();
		};
		deleteWithDependents(concerns, () -> {
			this.parts.observer().remember(instances);
			dependents().delete(instances, deletion);
		}, observed, observed ? alone : deletion);
	}

	/**
	 * Deletes rows after what depends on them.
	 */
	void deleteByIds(Class<?> type, List<?> ids, Runnable deletion) {
		deleteWithDependents(dependents().concerns(type), () -> dependents().deleteByIds(type, ids, deletion),
				this.parts.observer().observes(type), deletion);
	}

	/**
	 * Deletes all rows of a class after what depends on them.
	 */
	void deleteAll(Class<?> type, Runnable deletion) {
		deleteWithDependents(dependents().concerns(type), () -> dependents().deleteAll(type, deletion),
				this.parts.observer().observes(type), deletion);
	}

	/**
	 * Deletes what depends on a row that somebody else is about to delete.
	 */
	void deleteDependentsOf(Class<?> type, Object id, @Nullable Object instance) {
		Runnable nothingElse = () -> {
		};
		if (instance != null) {
			delete(List.of(instance), nothingElse);
		}
		else {
			deleteByIds(type, List.of(id), nothingElse);
		}
	}

	private DependentDeletion dependents() {
		return this.parts.dependents();
	}

	private void deleteWithDependents(boolean concerns, Runnable dependents, boolean observed, Runnable deletion) {
		if (concerns) {
			deleteTogether(dependents);
		}
		else if (observed) {
			deleteTogether(deletion);
		}
		else {
			deletion.run();
		}
	}

	private void deleteTogether(Runnable deletion) {
		this.transactions.call(() -> this.parts.observer().together(() -> {
			deletion.run();
			return Boolean.TRUE;
		}, !Transactions.isActive()));
	}

	@Override
	public void create(AssociationProperty property, Object owner, Object target) {
		requireNew(property, target);
		this.validators.orderedStream().forEach((validator) -> validator.validate(target));
		GraphSave save = new GraphSave(this.parts);
		committed(save, () -> {
			if (property.kind() == AssociationKind.HAS_ONE) {
				makeRoom(property, owner, target);
			}
			this.parts.graph().toSaveFor(property, owner, target).forEach(save::saveCreated);
			if (property.kind() == AssociationKind.HAS_ONE && property.isThrough()) {
				forEachChildren(property, owner, (children) -> through(children).point(target));
			}
			return Boolean.TRUE;
		});
	}

	/**
	 * What has the id of a row would not be inserted, or overwrite somebody else's row.
	 */
	private void requireNew(AssociationProperty property, Object target) {
		if (!this.parts.graph().isNew(target)) {
			throw CreationErrors.existing(property, target, this.parts.graph().idOf(target));
		}
	}

	/**
	 * Everything may have been written when the commit fails.
	 */
	private <T> T committed(GraphSave save, Supplier<T> work) {
		AtomicBoolean revocable = new AtomicBoolean();
		try {
			return this.transactions.call(() -> {
				revocable.set(Transactions.isActive());
				Transactions.afterCommit(() -> revocable.set(false));
				return this.parts.observer().together(work, !revocable.get());
			});
		}
		catch (RuntimeException | Error ex) {
			if (revocable.get()) {
				save.undo();
			}
			throw ex;
		}
	}

	/**
	 * Lets go of the row that is the target of a has-one now.
	 */
	private void makeRoom(AssociationProperty property, Object owner, Object target) {
		forEachChildren(property, owner, (children) -> makeRoom(children, target));
	}

	private void forEachChildren(AssociationProperty property, Object owner, Consumer<Children> action) {
		this.parts.graph().forEachChildren(owner, (children) -> {
			if (children.property() == property) {
				action.accept(children);
			}
		});
	}

	private void makeRoom(Children children, Object target) {
		Object ownerId = this.parts.graph().requiredIdOf(children.holder().owner());
		if (children.property().isThrough()) {
			makeRoomThrough(children, target);
			return;
		}
		AssociationChange change = new AssociationChange(this.parts, children, ownerId);
		ToChildrenHolder holder = children.holder();
		List<Object> present = new ArrayList<>(holder.inMemory());
		present.removeIf(this.parts.graph()::isNew);
		change.replace(present, present.isEmpty());
		change.remove();
	}

	private ThroughChange through(Children children) {
		Object ownerId = this.parts.graph().requiredIdOf(children.holder().owner());
		return new ThroughChange(this.parts, children, ownerId);
	}

	private void makeRoomThrough(Children children, Object target) {
		ThroughChange change = through(children);
		List<Object> present = new ArrayList<>(children.holder().inMemory());
		present.removeIf(this.parts.graph()::isNew);
		change.replace(target, present, present.isEmpty());
		change.remove();
	}

}
