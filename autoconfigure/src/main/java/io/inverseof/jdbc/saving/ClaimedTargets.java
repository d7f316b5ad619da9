package io.inverseof.jdbc.saving;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.inverseof.ForeignChildException;
import io.inverseof.holder.JoinAggregates;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Targets with the id of a row that no repository loaded, in an association that goes
 * through another one. Join aggregates must lead to each of them in the database already,
 * and none is made.
 */
final class ClaimedTargets {

	private final AggregateGraph graph;

	private final Children children;

	private final JoinAggregates joins;

	ClaimedTargets(GraphParts parts, Children children) {
		this.graph = parts.graph();
		this.children = children;
		this.joins = Objects.requireNonNull(JoinAggregates.of(children.holder()));
	}

	/**
	 * Asks the database.
	 */
	void verify(Object owner, List<Object> claimed) {
		Object ownerId = this.graph.isNew(owner) ? null : this.graph.idOf(owner);
		List<Object> ids = claimed.stream().map(this.graph::requiredIdOf).toList();
		Set<@Nullable Object> joined = new HashSet<>();
		if (ownerId != null) {
			this.graph.readJoins(this.children, ownerId, ids)
				.forEach((join) -> joined.add(this.joins.targetIdOf(join)));
		}
		List<Object> foreign = ids.stream().filter((id) -> !joined.contains(id)).toList();
		if (!foreign.isEmpty()) {
			throw foreign(this.children.property(), ownerId, foreign);
		}
	}

	/**
	 * Lets the join aggregates go that were made when the targets were added, for there
	 * are some.
	 */
	void dropMade(List<Object> claimed) {
		for (Object target : claimed) {
			for (Object join : this.joins.madeFor(target)) {
				this.joins.around(join).forEach(this.graph::changing);
				this.joins.drop(join);
			}
		}
	}

	private static ForeignChildException foreign(AssociationProperty property, @Nullable Object ownerId,
			List<Object> ids) {
		String type = property.target().getSimpleName();
		String owner = property.owner().getSimpleName();
		String join = Objects.requireNonNull(property.through()).join().target().getSimpleName();
		return new ForeignChildException(
				("%s of %s cannot take in %s %s, which no repository loaded: there is no such row, or no %s leads to it "
						+ "yet. Nothing was written. Leave the id out to insert a row, or load the %s and add it. If ids "
						+ "are assigned before the first save, let %s implement Persistable or have a @Version.")
					.formatted(property, (ownerId != null) ? owner + " " + ownerId : "a new " + owner, type,
							String.join(", ", ids.stream().map(Object::toString).toList()), join, type, type));
	}

}
