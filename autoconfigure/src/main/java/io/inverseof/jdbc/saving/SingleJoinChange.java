package io.inverseof.jdbc.saving;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import io.inverseof.RowNotFoundException;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.SingleJoin;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Children;
import io.inverseof.jdbc.saving.KeyStatements.RowVersion;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What has to be written because the target of a has-one changed that goes through
 * another has-one: the join aggregate that is there gets another key, and keeps what else
 * it holds.
 */
final class SingleJoinChange {

	private final GraphParts parts;

	private final AggregateGraph graph;

	private final SingleJoin join;

	private final Object ownerId;

	private SingleJoinChange(GraphParts parts, SingleJoin join, Object ownerId) {
		this.parts = parts;
		this.graph = parts.graph();
		this.join = join;
		this.ownerId = ownerId;
	}

	static @Nullable SingleJoinChange of(GraphParts parts, Children children, Object ownerId) {
		SingleJoin join = SingleJoin.of(children.holder());
		return (join != null) ? new SingleJoinChange(parts, join, ownerId) : null;
	}

	static boolean isPending(Children children) {
		SingleJoin join = SingleJoin.of(children.holder());
		return join != null
				&& children.holder().inMemory().stream().anyMatch((target) -> join.pointedAt(target) != null);
	}

	/**
	 * Takes the row that is there for a join aggregate which was made because nobody had
	 * read it, and may have been forgotten by a rollback.
	 */
	void findRow(Object target) {
		Object made = this.join.unsaved();
		Object row = read((any) -> false);
		if (made != null && row != null) {
			this.join.around(made).forEach(this.graph::changing);
		}
		if (row != null) {
			this.join.replace(made, row, target);
		}
		else if (made == null) {
			this.join.make(target);
		}
	}

	/**
	 * Returns the row that the join aggregate in memory does not have.
	 */
	@Nullable Object readOther() {
		Object present = this.join.present();
		Object id = (present != null) ? this.graph.idOf(present) : null;
		return read((row) -> Objects.equals(this.graph.idOf(row), id));
	}

	void findRowUnlessRead(Object target) {
		if (!hasRow()) {
			findRow(target);
		}
	}

	/**
	 * Tells whether there is a join aggregate in memory, which a rollback forgets.
	 */
	boolean isPresent() {
		return this.join.present() != null;
	}

	boolean hasRow() {
		return this.join.present() != null && this.join.unsaved() == null;
	}

	private @Nullable Object read(Predicate<Object> ignored) {
		return this.graph.readTarget(new Children(this.join.side(), this.join.association()), this.ownerId, ignored);
	}

	/**
	 * Tells whether a target has to be inserted before the join aggregate can lead to it.
	 */
	boolean needs(Object target) {
		return this.join.pointedAt(target) != null && this.graph.isNew(target) && !GraphSave.isWritten(target);
	}

	/**
	 * Writes the key of the target into the row of the join aggregate.
	 */
	void write(Object target) {
		Object present = this.join.pointedAt(target);
		Object saved = this.graph.savedAs(target);
		Object current = (saved != null) ? saved : target;
		if (present != null && this.graph.idOf(current) != null && !this.graph.isNew(current)) {
			this.join.around(present).forEach(this.graph::changing);
			this.join.source(present).retarget(current);
			write(present, this.join.source(present),
					TypedKey.to(property(present), current, this.graph.requiredIdOf(current)));
		}
	}

	private AssociationProperty property(Object present) {
		return Objects.requireNonNull(this.join.source(present).property());
	}

	private void write(Object present, BelongsToHolder<?, ?> source, Object key) {
		Number version = this.parts.versionOf(present);
		this.parts.observer().remember(List.of(present));
		RowVersion row = new RowVersion(this.graph.requiredIdOf(present), version);
		if (!this.parts.statements().point(property(present), key, List.of(row))[0]) {
			throw (version != null) ? stale(present, version) : missing(present);
		}
		this.graph.changed(this.parts.generatedValues(present));
		source.writeFollowedKey();
		Object written = (version != null) ? this.parts.nextVersion(present, version) : present;
		if (written != present) {
			this.join.side().replace(present, written);
			this.graph.attach(written);
		}
		this.join.source(written).saved();
		this.graph.rowWritten(written);
	}

	private OptimisticLockingFailureException stale(Object present, Number version) {
		return new OptimisticLockingFailureException(
				"%s of %s %s cannot be changed by saving %s %s: the row was changed or deleted since version %s was read."
					.formatted(property(present), present.getClass().getSimpleName(), this.graph.requiredIdOf(present),
							this.join.association().owner().getSimpleName(), this.ownerId, version));
	}

	private RowNotFoundException missing(Object present) {
		String type = present.getClass().getSimpleName();
		return new RowNotFoundException(
				("%s of %s %s was changed by way of %s %s, but there is no such row any longer. Reload %s, and assign the "
						+ "target again.")
					.formatted(property(present), type, this.graph.requiredIdOf(present),
							this.join.association().owner().getSimpleName(), this.ownerId, this.join.association()));
	}

}
