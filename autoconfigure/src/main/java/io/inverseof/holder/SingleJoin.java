package io.inverseof.holder;

import java.util.List;

import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

/**
 * The only join aggregate between the owner of a has-one that goes through another
 * has-one, and its target. It stays when the target is replaced, with everything else
 * that it holds, as in Rails
 * ({@code test_assigning_to_has_one_through_preserves_decorated_join_record}).
 *
 * @since 0.1.0
 */
public final class SingleJoin {

	private final ToChildrenHolder holder;

	private final JoinAggregates joins;

	private final AssociationProperty association;

	private SingleJoin(ToChildrenHolder holder, JoinAggregates joins, AssociationProperty association) {
		this.holder = holder;
		this.joins = joins;
		this.association = association;
	}

	/**
	 * Returns the join aggregate of an association.
	 * @param holder a has-one or has-many
	 * @return its join aggregate, or {@code null} if it may have several or none
	 */
	public static @Nullable SingleJoin of(ToChildrenHolder holder) {
		AssociationProperty property = holder.property();
		ThroughPath path = (property != null) ? property.through() : null;
		boolean single = property != null && path != null && path.isWritable()
				&& property.kind() == AssociationKind.HAS_ONE && path.join().kind() == AssociationKind.HAS_ONE;
		JoinAggregates joins = single ? JoinAggregates.of(holder) : null;
		return (joins != null && path != null) ? new SingleJoin(holder, joins, path.join()) : null;
	}

	/**
	 * Returns the association that leads to the join aggregate.
	 * @return a has-one
	 */
	public AssociationProperty association() {
		return this.association;
	}

	/**
	 * Returns that association of the owner.
	 * @return its holder
	 */
	public ToChildrenHolder side() {
		return this.joins.joins();
	}

	/**
	 * Returns the join aggregate in memory.
	 * @return the join aggregate, or {@code null}
	 */
	public @Nullable Object present() {
		return (this.association.holder(this.holder.owner()) instanceof AssociationHolder side)
				? side.inMemory().stream().findFirst().orElse(null) : null;
	}

	/**
	 * Returns the join aggregate in memory that has no row.
	 * @return the join aggregate, or {@code null}
	 */
	public @Nullable Object unsaved() {
		Object join = present();
		return (join != null && this.joins.isUnsaved(join)) ? join : null;
	}

	/**
	 * Returns the join aggregate whose row does not lead to a target yet.
	 * @param target the target
	 * @return the join aggregate in memory, or {@code null}
	 */
	public @Nullable Object pointedAt(Object target) {
		Object join = present();
		BelongsToHolder<?, ?> source = (join != null && !this.joins.isUnsaved(join)) ? this.joins.source(join) : null;
		return (source != null && source.assignedTarget() == target) ? join : null;
	}

	/**
	 * Returns what leads from the join aggregate to the target.
	 * @param join the join aggregate
	 * @return its belongs-to
	 */
	public BelongsToHolder<?, ?> source(Object join) {
		return this.joins.requiredSource(join);
	}

	/**
	 * Points the join aggregate in memory at a target.
	 * @return whether there is one
	 */
	boolean lead(Object target) {
		Object join = present();
		if (join == null) {
			return false;
		}
		BelongsToHolder<?, ?> source = this.joins.requiredSource(join);
		if (!source.refersToRow(target)) {
			JoinAggregates.assign(source, target);
			this.joins.showOtherSides(target, join);
		}
		return true;
	}

	/**
	 * Lets the join aggregate in memory go.
	 */
	void letGo() {
		Object join = present();
		if (join != null) {
			this.joins.drop(join);
		}
	}

	/**
	 * Remembers what the join aggregate leads to.
	 * @return brings that back
	 */
	Runnable undo() {
		Object join = present();
		BelongsToHolder<?, ?> source = (join != null) ? this.joins.requiredSource(join) : null;
		Object before = (source != null) ? source.memento() : null;
		return () -> {
			if (source != null && before != null) {
				source.restore(before);
			}
		};
	}

	/**
	 * Makes a join aggregate.
	 * @param target what it is to lead to
	 */
	public void make(Object target) {
		this.joins.make(target);
	}

	/**
	 * Puts the join aggregate that has the row in the place of one that was made while
	 * nobody had read it.
	 * @param made the one without a row, if it is still there
	 * @param row the one with the row
	 * @param target what it is to lead to
	 */
	public void replace(@Nullable Object made, Object row, Object target) {
		if (made != null) {
			this.joins.drop(made);
		}
		ToChildrenHolder side = side();
		side.fillAssigned(row);
		side.join(row);
		BelongsToHolder<?, ?> reference = side.referenceOf(row);
		if (reference != null) {
			reference.share(this.holder.owner());
		}
		lead(target);
	}

	/**
	 * Returns everything that changes in memory with the join aggregate.
	 * @param join a join aggregate
	 * @return the associations
	 */
	public List<AssociationHolder> around(Object join) {
		return this.joins.around(join);
	}

}
