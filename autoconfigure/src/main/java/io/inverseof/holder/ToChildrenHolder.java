package io.inverseof.holder;

import java.lang.ref.WeakReference;

import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.IllegalTargetException;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * The side without the key: a has-one or has-many.
 *
 * @since 0.1.0
 */
public sealed interface ToChildrenHolder extends AssociationHolder permits HasOneHolder, HasManyHolder {

	/**
	 * Makes a has-one or has-many for a constructor argument, whose owner is known only
	 * when it has been constructed.
	 * @param type {@link HasOne} or {@link HasMany}
	 * @return a holder to {@link #bind}
	 */
	static ToChildrenHolder unbound(Class<?> type) {
		return (type == HasOne.class) ? new HasOneHolder<>(Unbound.OWNER) : new HasManyHolder<>(Unbound.OWNER);
	}

	/**
	 * Stands for an owner that is being constructed.
	 */
	enum Unbound {

		/** Nobody yet. */
		OWNER

	}

	/**
	 * Returns the object the children point back at.
	 * @return the owner
	 */
	@Override
	Object owner();

	@Override
	default @Nullable Object missingKey() {
		return isLoaded() ? null : idOf(owner());
	}

	/**
	 * Takes a child out because its reference changed. The child itself is not touched,
	 * and nothing loads.
	 * @param child the child
	 */
	void leave(Object child);

	/**
	 * Takes a child in because its belongs-to loaded the owner. Never loads, never marks
	 * as loaded, and replaces nothing.
	 * @param child the child
	 */
	void fillLoaded(Object child);

	/**
	 * Takes a child in because its belongs-to was pointed at the owner by the
	 * application. Never loads and never marks as loaded.
	 * @param child the child
	 */
	void fillAssigned(Object child);

	/**
	 * Returns what the next save of the owner has to do. Never loads.
	 * @return the changes
	 */
	PendingChanges pendingChanges();

	/**
	 * Tells whether a child that has no reference to tell it was added here and not saved
	 * since.
	 * @param child a target in memory
	 * @return whether its row may not have the key yet
	 */
	boolean isAdded(Object child);

	/**
	 * Puts the object that saving made of a target in its place.
	 * @param target a target in memory
	 * @param saved the saved one
	 */
	void replace(Object target, Object saved);

	/**
	 * Takes over what is pending in the association of an object that this side's owner
	 * was made of, because it is immutable or was copied by user code.
	 * @param original the association of the original
	 */
	default void inherit(ToChildrenHolder original) {
		PendingChanges changes = original.pendingChanges();
		changes.added().forEach(this::takeIn);
		changes.removed().forEach(this::takeRemoved);
	}

	/**
	 * Takes in a child that was added to the association of the original.
	 * @param child the child
	 */
	void takeIn(Object child);

	/**
	 * Remembers a row that was removed from the association of the original.
	 * @param child the child
	 */
	void takeRemoved(Object child);

	/**
	 * Is told that the row of a child has the key it was given in memory, so that it is
	 * not pending here any longer.
	 * @param child the child
	 */
	default void childSaved(Object child) {
	}

	/**
	 * Is told that what was pending is in the database. What was added or removed since
	 * stays pending.
	 * @param changes what {@link #pendingChanges()} returned
	 */
	void changesSaved(PendingChanges changes);

	/**
	 * Returns what is left of the join aggregates of removed targets.
	 * @return the same object each time
	 */
	RemovedJoins removedJoins();

	/**
	 * Returns a weak reference to this holder, always the same.
	 * @return the reference
	 */
	WeakReference<ToChildrenHolder> self();

	/**
	 * Hands this side's owner to a child that was read for this association, before user
	 * callbacks see it.
	 * @param child the child
	 */
	default void shareOwner(Object child) {
		AssociationProperty property = property();
		BelongsToHolder<?, ?> reference = referenceOf(child);
		if (reference != null && property != null && property.inverse().exists()) {
			reference.share(owner());
		}
	}

	/**
	 * Remembers in a child that it is on this side, so that it leaves when its reference
	 * changes.
	 * @param child the child
	 */
	default void join(Object child) {
		BelongsToHolder<?, ?> reference = referenceOf(child);
		if (reference != null) {
			reference.joined(this);
		}
	}

	/**
	 * Points a child that was added to this side back at the owner, whatever the flags.
	 * @param child the child
	 */
	default void wireAdded(Object child) {
		JoinAggregates joins = JoinAggregates.of(this);
		if (joins != null) {
			joins.connect(child);
			return;
		}
		BelongsToHolder<?, ?> reference = referenceOf(child);
		AssociationProperty property = property();
		if (reference != null) {
			reference.assignOwner(this);
		}
		else if (property != null && property.keySide() != null) {
			throw new IllegalTargetException(
					("%s cannot take in a %s whose %s is null, because there is nothing that could hold the key. Create it "
							+ "with BelongsTo.to(..) or BelongsTo.empty().")
						.formatted(describe(), child.getClass().getSimpleName(), property.keySide()));
		}
	}

	/**
	 * Points a new child back at the owner before the application sees it. What leads to
	 * a target through a join aggregate gets that when it is ready.
	 * @param child the child
	 */
	default void wireNew(Object child) {
		JoinAggregates joins = JoinAggregates.of(this);
		if (joins != null) {
			joins.requireWritable();
		}
		else {
			wireAdded(child);
		}
	}

	/**
	 * Empties the reference of a child that was removed from this side.
	 * @param child the child
	 */
	default void wireRemoved(Object child) {
		JoinAggregates joins = JoinAggregates.of(this);
		if (joins != null) {
			joins.disconnect(child);
			return;
		}
		BelongsToHolder<?, ?> reference = referenceOf(child);
		if (reference != null && reference.refersTo(owner())) {
			reference.empty(this);
		}
	}

	/**
	 * Finds the reference of a child that holds the key of this association.
	 * @param child the child
	 * @return the belongs-to, or {@code null} if a plain property maps the key
	 */
	default @Nullable BelongsToHolder<?, ?> referenceOf(Object child) {
		AssociationProperty property = property();
		AssociationProperty keySide = (property != null) ? property.keySide() : null;
		if (keySide == null) {
			return null;
		}
		if (child.getClass() != keySide.owner()) {
			keySide = model().associationsOf(child.getClass()).get(keySide.name());
		}
		return (keySide != null) ? BelongsToHolder.in(child, keySide) : null;
	}

}
