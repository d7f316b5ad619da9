package io.inverseof.jdbc.saving;

import java.util.List;
import java.util.function.Predicate;

import io.inverseof.Dependent;
import io.inverseof.InverseOfException;
import io.inverseof.RequiredForeignKeyException;
import io.inverseof.RestrictedDeletionException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.DependentRows;
import io.inverseof.model.AssociationProperty;

/**
 * What stands in the way of a deletion: children that nobody wants to lose, and children
 * that cannot be without their owner.
 */
final class DeletionObstacles {

	private final AggregateGraph graph;

	private final DeletionPlan plan;

	private final Predicate<AssociationProperty> nullable;

	DeletionObstacles(AggregateGraph graph, DeletionPlan plan, Predicate<AssociationProperty> nullable) {
		this.graph = graph;
		this.plan = plan;
		this.nullable = nullable;
	}

	void throwIfAny() {
		for (DeletedChildren restricted : this.plan.children(Dependent.Action.RESTRICT)) {
			throwIfAny(restricted);
		}
		for (DeletedChildren cleared : this.plan.children(Dependent.Action.NULLIFY)) {
			if (!this.nullable.test(cleared.property())) {
				throwIfAny(cleared);
			}
		}
	}

	/**
	 * Asks for all owners together, and for each one only to say which it is.
	 */
	private void throwIfAny(DeletedChildren children) {
		AssociationProperty property = children.property();
		if (count(property, children.ownerIds()) == 0) {
			return;
		}
		for (Object ownerId : children.ownerIds()) {
			long count = count(property, List.of(ownerId));
			if (count > 0) {
				throw obstacle(property, ownerId, count);
			}
		}
	}

	/**
	 * What is deleted as well does not count.
	 */
	private long count(AssociationProperty property, List<Object> ownerIds) {
		DependentRows rows = this.plan.dependentRows();
		if (!this.plan.containsSome(property.target()) && !DependentRows.isLimited(property)) {
			return rows.count(property, ownerIds);
		}
		return rows.read(property, ownerIds, (child) -> {
		}).stream().filter((child) -> !this.plan.contains(child.getClass(), this.graph.requiredIdOf(child))).count();
	}

	private static InverseOfException obstacle(AssociationProperty property, Object ownerId, long count) {
		String owner = property.owner().getSimpleName() + " " + ownerId;
		String children = "%d %s".formatted(count, property.target().getSimpleName());
		String refer = (count == 1) ? "row refers" : "rows refer";
		if (property.dependent() == Dependent.Action.RESTRICT) {
			return new RestrictedDeletionException(
					("%s cannot be deleted: %s %s to it, and %s is annotated with @Dependent(RESTRICT). Nothing was "
							+ "deleted. Delete or move these rows before, or choose @Dependent(DESTROY), "
							+ "@Dependent(DELETE) or @Dependent(NULLIFY).")
						.formatted(owner, children, refer, property));
		}
		return new RequiredForeignKeyException(
				("%s cannot be deleted: %s %s to it, and %s is annotated with @Dependent(NULLIFY), but the column %s cannot "
						+ "be NULL. Nothing was deleted. Let the column be NULL, delete or move these rows before, or "
						+ "choose @Dependent(DESTROY) or @Dependent(DELETE).")
					.formatted(owner, children, refer, property, String.join(", ", property.foreignKey())));
	}

}
