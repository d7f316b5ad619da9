package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ChildQuery;
import io.inverseof.holder.JoinAggregates;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of an application and what leads from one to another, for those who
 * write them. Nothing here writes by itself. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AggregateGraph {

	private final RuntimeSupplier runtime;

	/**
	 * Creates the graph.
	 * @param runtime knows the associations
	 */
	public AggregateGraph(RuntimeSupplier runtime) {
		this.runtime = runtime;
	}

	private EntityPlan plan(Object entity) {
		return this.runtime.get().plan(entity.getClass());
	}

	/**
	 * Tells whether saving an aggregate of a class may concern others.
	 * @param type the class
	 * @return whether it, or an entity inside the aggregate, has associations
	 */
	public boolean hasAssociations(Class<?> type) {
		if (!this.runtime.isActive()) {
			return false;
		}
		EntityPlan plan = this.runtime.get().plan(type);
		return plan.hasAssociations() || !plan.parts().isEmpty();
	}

	/**
	 * Tells whether an association refers to aggregates of a class.
	 * @param type the class
	 * @return whether there is a belongs-to to it
	 */
	public boolean isTarget(Class<?> type) {
		return this.runtime.isActive() && this.runtime.get().plan(type).isTarget();
	}

	/**
	 * Tells whether an aggregate would be inserted.
	 * @param entity an aggregate
	 * @return whether it has no row yet
	 */
	public boolean isNew(Object entity) {
		return plan(entity).isNew(entity);
	}

	/**
	 * Returns the id of an aggregate.
	 * @param entity an aggregate
	 * @return its id, or {@code null}
	 */
	public @Nullable Object idOf(Object entity) {
		return plan(entity).idOf(entity);
	}

	/**
	 * Returns the id of an aggregate that has one.
	 * @param entity an aggregate
	 * @return its id
	 */
	public Object requiredIdOf(Object entity) {
		Object id = idOf(entity);
		if (id == null) {
			throw new IllegalStateException("This %s has no id".formatted(entity.getClass().getName()));
		}
		return id;
	}

	/**
	 * Tells whether somebody else than a repository made an object with the id of a row.
	 * @param entity an aggregate
	 * @return whether nothing of it came from the database
	 */
	public boolean isClaimed(Object entity) {
		EntityPlan plan = plan(entity);
		return plan.idOf(entity) != null && !plan.isNew(entity) && !this.runtime.get().isKnown(entity, plan);
	}

	/**
	 * Returns the current unit of work.
	 * @return the unit, or {@code null} if there is none
	 */
	public @Nullable CurrentUnit currentUnit() {
		return unit();
	}

	/**
	 * Is told that some columns of a row were changed by a statement of their own, and
	 * that the objects in memory know.
	 * @param type the class of the row
	 * @param id its id
	 */
	public void rowChanged(Class<?> type, Object id) {
		this.runtime.get().rowChanged(type, id);
	}

	private @Nullable CurrentUnit unit() {
		return this.runtime.get().currentUnit();
	}

	/**
	 * Lets a rollback of the current unit of work, if there is one, bring back what a
	 * holder is now.
	 * @param holder an association that is about to change
	 */
	public void changing(AssociationHolder holder) {
		CurrentUnit unit = unit();
		if (unit != null) {
			unit.changing(holder);
		}
	}

	/**
	 * Lets a rollback of the current unit of work, if there is one, take a change back.
	 * @param undo takes it back
	 */
	public void changed(Undo undo) {
		CurrentUnit unit = unit();
		if (unit != null) {
			unit.changed(undo);
		}
	}

	/**
	 * Remembers in the current unit of work, if there is one, what became of an immutable
	 * object.
	 * @param original the object that had no row
	 * @param saved the one that has
	 */
	public void saved(Object original, Object saved) {
		CurrentUnit unit = unit();
		if (unit != null) {
			unit.saved(original, saved);
		}
	}

	/**
	 * Returns what became of an immutable object in the current unit of work.
	 * @param original an object that has no row
	 * @return the saved object, or {@code null}
	 */
	public @Nullable Object savedAs(Object original) {
		CurrentUnit unit = unit();
		return (unit != null) ? unit.savedAs(original) : null;
	}

	/**
	 * Hands out the references of an aggregate, those of entities inside it as well.
	 * @param entity an aggregate
	 * @param action is handed each
	 */
	public void forEachReference(Object entity, Consumer<Reference> action) {
		forEachHolder(entity, true, (holder, property, root) -> {
			if (holder instanceof BelongsToHolder<?, ?> belongsTo) {
				action.accept(new Reference(belongsTo, property, root));
			}
		});
	}

	/**
	 * Hands out the has-one and has-many associations of an aggregate.
	 * @param entity an aggregate
	 * @param action is handed each
	 */
	public void forEachChildren(Object entity, Consumer<Children> action) {
		forEachHolder(entity, true, (holder, property, root) -> {
			if (holder instanceof ToChildrenHolder children) {
				action.accept(new Children(children, property));
			}
		});
	}

	/**
	 * Finds what became of an immutable object that was saved because others belong with
	 * it. Answers once: who saves it again inserts it again, as ever.
	 * @param original an object without a row
	 * @return the saved object, or {@code null}
	 */
	public @Nullable Object savedBefore(Object original) {
		for (AssociationProperty property : plan(original).associations()) {
			if (property.holder(original) instanceof BelongsToHolder<?, ?> reference) {
				Object saved = reference.savedAs(original);
				if (saved != null) {
					reference.forgetSuperseded();
					bindAgain(saved);
					return saved;
				}
			}
		}
		return null;
	}

	/**
	 * Whoever looked at the original bound the holders to it, which both have.
	 */
	private void bindAgain(Object saved) {
		forEachHolder(saved, true, (holder, property, root) -> {
		});
	}

	private void forEachHolder(Object entity, boolean root, HolderAction action) {
		EntityPlan plan = plan(entity);
		for (AssociationProperty property : plan.associations()) {
			AssociationHolder holder = plan.holder(entity, property);
			if (holder != null) {
				if (holder.owner() != entity) {
					holder.bind(entity, property, holder.attachment());
				}
				action.accept(holder, property, root);
			}
		}
		plan.parts().forEach(entity, (part) -> forEachHolder(part, false, action));
	}

	/**
	 * Returns the has-one and has-many associations of a class.
	 * @param type the class of an aggregate
	 * @return the associations in the order of declaration
	 */
	public List<AssociationProperty> childrenOf(Class<?> type) {
		List<AssociationProperty> children = new ArrayList<>();
		for (AssociationProperty property : this.runtime.get().plan(type).associations()) {
			if (property.kind() != AssociationKind.BELONGS_TO) {
				children.add(property);
			}
		}
		return children;
	}

	/**
	 * Tells whether a child has the key of an owner in plain properties.
	 * @param property a has-one or has-many
	 * @param child a child
	 * @param ownerId the id of the owner
	 * @return whether it has
	 */
	public boolean hasPlainKey(AssociationProperty property, Object child, Object ownerId) {
		ChildKeys keys = this.runtime.get().childKeys();
		return keys.ofOwner(property, ownerId).equals(keys.of(property, child));
	}

	/**
	 * Returns the key that the plain properties of a child hold.
	 * @param property a has-one or has-many
	 * @param child a child
	 * @return the key, or {@code null}
	 */
	public @Nullable Object plainKey(AssociationProperty property, Object child) {
		return this.runtime.get().childKeys().of(property, child);
	}

	/**
	 * Tells whether a child has the key of another owner in plain properties.
	 * @param property a has-one or has-many
	 * @param child a child
	 * @param ownerId the id of the owner
	 * @return whether it has a key, and not that one
	 */
	public boolean hasOtherPlainKey(AssociationProperty property, Object child, Object ownerId) {
		ChildKeys keys = this.runtime.get().childKeys();
		Object key = property.hasPlainKey() ? keys.of(property, child) : null;
		return key != null && !key.equals(keys.ofOwner(property, ownerId));
	}

	/**
	 * Writes the key of an owner into the plain properties of a child.
	 * @param property a has-one or has-many
	 * @param child a child
	 * @param ownerId the id of the owner, or {@code null}
	 * @return the child, or a copy of an immutable one
	 */
	public Object withPlainKey(AssociationProperty property, Object child, @Nullable Object ownerId) {
		return this.runtime.get().childKeys().write(property, child, ownerId);
	}

	/**
	 * Returns what reads the rows that depend on owners.
	 * @return the rows
	 */
	public DependentRows dependentRows() {
		return new DependentRows(this.runtime.get());
	}

	/**
	 * Connects an object to the application, as if it had been read.
	 * @param entity an aggregate
	 */
	public void attach(Object entity) {
		this.runtime.get().attach(entity);
	}

	/**
	 * Connects an object that only claims to be that of a row, whoever asks later.
	 * @param entity an aggregate
	 */
	public void attachClaimed(Object entity) {
		this.runtime.get().attachClaimed(entity);
	}

	/**
	 * Reads the row that is the target of a has-one and is to be replaced.
	 * @param children the association
	 * @param ownerId the key
	 * @param isReplacement tells the row that takes its place, which may have the key
	 * already
	 * @return the row, or {@code null}
	 */
	public @Nullable Object readTarget(Children children, Object ownerId, Predicate<Object> isReplacement) {
		return this.runtime.get()
			.loader()
			.loadChildren(children.property(), ownerId, new ChildQuery.First(2), (child) -> {
			})
			.stream()
			.<Object>map((child) -> child)
			.filter((child) -> !isReplacement.test(child))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Reads the join aggregates that lead from an owner to some targets.
	 * @param children an association that goes through another one
	 * @param ownerId the id of the owner
	 * @param targetIds the ids of the targets
	 * @return the join aggregates
	 */
	public List<Object> readJoins(Children children, Object ownerId, List<Object> targetIds) {
		ThroughPath path = Objects.requireNonNull(children.property().through());
		return new ArrayList<>(this.runtime.get().loader().loadJoins(children.property(), path, ownerId, targetIds));
	}

	/**
	 * Returns what has to be saved for a target that is created: the target, or the join
	 * aggregate that leads to it, which refers to it.
	 * @param property the association
	 * @param owner the owner
	 * @param target the new target
	 * @return what to save
	 */
	public List<Object> toSaveFor(AssociationProperty property, Object owner, Object target) {
		JoinAggregates joins = (property.holder(owner) instanceof ToChildrenHolder children)
				? JoinAggregates.of(children) : null;
		List<Object> unsaved = (joins != null) ? joins.unsavedTo(target) : List.of();
		return unsaved.isEmpty() ? List.of(target) : unsaved;
	}

	/**
	 * Is told that the key of a row was changed by a statement of its own.
	 * @param child the object of the row
	 * @param property the has-one or has-many
	 */
	public void keyWritten(Object child, AssociationProperty property) {
		this.runtime.get().keyWritten(child, property);
	}

	/**
	 * Is told that a row was written by a statement of its own.
	 * @param entity the object of the row
	 */
	public void rowWritten(Object entity) {
		this.runtime.get().written(entity);
	}

	/**
	 * Is told that rows of a class were changed, and nobody knows which.
	 * @param type the class
	 */
	public void rowsWritten(Class<?> type) {
		this.runtime.get().deletedAll(type);
	}

	/**
	 * A belongs-to of an aggregate.
	 *
	 * @param holder the reference
	 * @param property the association
	 * @param inRoot whether it is in the root of the aggregate
	 */
	public record Reference(BelongsToHolder<?, ?> holder, AssociationProperty property, boolean inRoot) {

	}

	/**
	 * A has-one or has-many of an aggregate.
	 *
	 * @param holder the association of the object
	 * @param property the association of the class
	 */
	public record Children(ToChildrenHolder holder, AssociationProperty property) {

	}

	@FunctionalInterface
	private interface HolderAction {

		void accept(AssociationHolder holder, AssociationProperty property, boolean root);

	}

}
