package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.inverseof.Dependent;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.DependentRows;
import io.inverseof.jdbc.batch.KeyLists;
import io.inverseof.jdbc.saving.DeletionStep.Edge;
import io.inverseof.jdbc.saving.KeyStatements.RowVersion;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.SharedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;

/**
 * Deletes what depends on rows that are deleted or removed, as the associations say by
 * {@link Dependent}: first everything is read, then what stands in the way is reported,
 * then dependents are deleted, and at last the rows themselves. Thread-safe; runs in the
 * transaction of the calling thread.
 */
final class DependentDeletion {

	private static final ThreadLocal<@Nullable Running> RUNNING = new ThreadLocal<>();

	private final AggregateGraph graph;

	private final ObjectProvider<JdbcAggregateOperations> operations;

	private final KeyStatements statements;

	private final Predicate<AssociationProperty> nullable;

	private final RowClasses classes;

	DependentDeletion(AggregateGraph graph, ObjectProvider<JdbcAggregateOperations> operations,
			KeyStatements statements, NullableColumns nullableColumns, RowClasses classes) {
		this.graph = graph;
		this.operations = operations;
		this.statements = statements;
		this.nullable = nullableColumns::areNullable;
		this.classes = classes;
	}

	/**
	 * Tells whether deleting an object of a class, or of one that shares its table,
	 * concerns others.
	 */
	boolean concerns(Class<?> type) {
		return this.classes.family(type).stream().anyMatch(this::concernsExactly);
	}

	private boolean concernsExactly(Class<?> type) {
		return this.graph.hasAssociations(type)
				&& this.graph.childrenOf(type).stream().anyMatch((property) -> property.dependent() != null);
	}

	/**
	 * Deletes objects after what depends on them.
	 * @param deletion deletes the objects
	 */
	void delete(Collection<?> instances, Runnable deletion) {
		DeletionPlan plan = new DeletionPlan(this.graph);
		for (Object instance : instances) {
			Object id = this.graph.idOf(instance);
			if (id != null && !isRunning(instance.getClass(), id)) {
				plan.addRoot(instance.getClass(), id, instance);
			}
		}
		delete(plan, deletion);
	}

	/**
	 * Deletes rows after what depends on them.
	 * @param deletion deletes the rows
	 */
	void deleteByIds(Class<?> type, Collection<?> ids, Runnable deletion) {
		DeletionPlan plan = new DeletionPlan(this.graph);
		List<?> others = ids.stream().filter((id) -> !isRunning(type, id)).toList();
		SharedTable table = this.classes.table(type);
		if (table != null) {
			this.classes.of(table, type, others).forEach((id, exact) -> plan.addRoot(exact, id, null));
		}
		else {
			others.forEach((id) -> plan.addRoot(type, id, null));
		}
		delete(plan, deletion);
	}

	/**
	 * Deletes all rows of a class after what depends on them.
	 * @param deletion deletes the rows
	 */
	void deleteAll(Class<?> type, Runnable deletion) {
		DeletionPlan plan = new DeletionPlan(this.graph);
		plan.addWholeType(type);
		SharedTable table = this.classes.table(type);
		if (table != null) {
			this.classes.of(table, type).forEach((id, exact) -> plan.addRoot(exact, id, null));
		}
		else {
			this.statements.idsOf(type).forEach((id) -> plan.addRoot(type, id, null));
		}
		delete(plan, deletion);
	}

	/**
	 * Deletes children that were removed from their owner, like any other aggregates.
	 * Those that somebody else has moved meanwhile are left alone.
	 */
	void destroy(AssociationProperty property, Object ownerId, Collection<?> children) {
		List<Object> ids = children.stream().map(this.graph::requiredIdOf).toList();
		Set<Object> owned = new HashSet<>(this.statements.owned(property, ownerId, ids));
		List<?> present = children.stream().filter((child) -> owned.contains(this.graph.idOf(child))).toList();
		delete(present, () -> this.operations.getObject().deleteAll(present));
	}

	/**
	 * Deletes the rows of children that were removed from their owner. Those that
	 * somebody else has moved meanwhile are left alone.
	 */
	void delete(AssociationProperty property, Object ownerId, Collection<?> children) {
		List<Object> ids = children.stream().map(this.graph::requiredIdOf).toList();
		if (this.statements.isOneTable(property.target())) {
			rowsChange(property, () -> this.statements.delete(property, ownerId, ids));
			return;
		}
		deleteAlone(property, this.statements.owned(property, ownerId, ids), new DeletionPlan(this.graph));
	}

	private static boolean isRunning(Class<?> type, Object id) {
		for (Running running = RUNNING.get(); running != null; running = running.outer()) {
			if (running.plan().contains(type, id)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is deleted by a deletion that is running comes by here as well, and needs
	 * nothing more.
	 */
	private void delete(DeletionPlan plan, Runnable deletion) {
		if (plan.rows().isEmpty()) {
			deletion.run();
			return;
		}
		plan.explore();
		new DeletionObstacles(this.graph, plan, this.nullable).throwIfAny();
		running(plan, () -> {
			deleteDependents(plan);
			deletion.run();
		});
		new DeletionAftermath(this.graph).update(plan);
	}

	private static void running(DeletionPlan plan, Runnable deletion) {
		Running outer = RUNNING.get();
		RUNNING.set(new Running(plan, outer));
		try {
			deletion.run();
		}
		finally {
			if (outer != null) {
				RUNNING.set(outer);
			}
			else {
				RUNNING.remove();
			}
		}
	}

	private void deleteDependents(DeletionPlan plan) {
		plan.children(Dependent.Action.NULLIFY).forEach(this::clear);
		plan.selfReferences().stream().filter(this.nullable).forEach((property) -> clearSelf(property, plan));
		DeletionOrder order = new DeletionOrder(plan, this.nullable, this::cut);
		while (order.hasNext()) {
			List<DeletionStep> wave = order.next();
			delete(wave, plan);
			wave.forEach(order::done);
		}
	}

	private void delete(List<DeletionStep> wave, DeletionPlan plan) {
		List<DeletedRow> rows = new ArrayList<>();
		for (DeletionStep step : wave) {
			if (step instanceof DeletedRow row) {
				rows.add(row);
			}
			else if (step instanceof DeletedChildren children) {
				delete(children, plan);
			}
		}
		for (List<DeletedRow> together : DeletionPlan.byType(rows).values()) {
			List<Object> instances = together.stream().map(DeletedRow::requiredInstance).toList();
			chunks(instances).forEach((some) -> this.operations.getObject().deleteAll(some));
		}
	}

	private static List<List<Object>> chunks(List<Object> all) {
		int most = KeyLists.most(1);
		List<List<Object>> chunks = new ArrayList<>();
		for (int from = 0; from < all.size(); from += most) {
			chunks.add(all.subList(from, Math.min(all.size(), from + most)));
		}
		return chunks;
	}

	/**
	 * Takes a key from a row that is deleted later than what it refers to.
	 */
	private void cut(Edge edge) {
		if (edge.first() instanceof DeletedRow row && edge.then() instanceof DeletedRow target && edge.via() != null) {
			this.statements.clear(edge.via(), target.id(), List.of(new RowVersion(row.id(), null)));
		}
	}

	/**
	 * Rows that are deleted together, but one after the other in many databases.
	 */
	private void clearSelf(AssociationProperty property, DeletionPlan plan) {
		this.statements.clearAll(property, plan.roots().stream().map(DeletedRow::id).toList());
	}

	private void clear(DeletedChildren children) {
		AssociationProperty property = children.property();
		if (!DependentRows.isLimited(property)) {
			rowsChange(property, () -> this.statements.clearAll(property, children.ownerIds()));
			return;
		}
		for (Object ownerId : children.ownerIds()) {
			List<RowVersion> rows = limited(property, ownerId).stream().map((id) -> new RowVersion(id, null)).toList();
			rowsChange(property, () -> this.statements.clear(property, ownerId, rows));
		}
	}

	private void delete(DeletedChildren children, DeletionPlan plan) {
		AssociationProperty property = children.property();
		boolean oneTable = this.statements.isOneTable(property.target());
		if (oneTable && !DependentRows.isLimited(property)) {
			rowsChange(property, () -> this.statements.deleteAll(property, children.ownerIds()));
		}
		else if (DependentRows.isLimited(property)) {
			children.ownerIds().forEach((ownerId) -> deleteAlone(property, limited(property, ownerId), plan));
		}
		else {
			deleteAlone(property, this.statements.idsOfAll(property, children.ownerIds()), plan);
		}
	}

	private List<Object> limited(AssociationProperty property, Object ownerId) {
		return this.graph.dependentRows().read(property, List.of(ownerId), (child) -> {
		}).stream().map(this.graph::requiredIdOf).toList();
	}

	/**
	 * Deletes rows and what is inside them, but not what depends on them.
	 */
	private void deleteAlone(AssociationProperty property, List<Object> ids, DeletionPlan plan) {
		if (!ids.isEmpty()) {
			plan.addAlone(property.target(), ids);
			running(plan, () -> chunks(ids)
				.forEach((some) -> this.operations.getObject().deleteAllById(some, property.target())));
		}
	}

	/**
	 * Tells it before, in case the statement fails half way, and after it, because others
	 * may have read the rows in between.
	 */
	private void rowsChange(AssociationProperty property, Runnable statement) {
		this.graph.rowsWritten(property.target());
		statement.run();
		this.graph.rowsWritten(property.target());
	}

	/**
	 * A deletion of the current thread.
	 *
	 * @param plan what it deletes
	 * @param outer the one in whose callbacks it was started
	 */
	private record Running(DeletionPlan plan, @Nullable Running outer) {
	}

}
