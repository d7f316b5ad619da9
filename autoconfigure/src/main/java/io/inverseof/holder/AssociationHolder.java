package io.inverseof.holder;

import java.util.List;

import io.inverseof.Association;
import io.inverseof.IllegalTargetException;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityIds;
import io.inverseof.model.ScopeAttributes;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;

/**
 * What the three kinds of association have in common: the owner, the field they are in,
 * and the attachment that loads. Implemented by each kind as
 * {@link java.io.Serializable}; the attachment is never serialised.
 *
 * @since 0.1.0
 */
public sealed interface AssociationHolder extends Association permits BelongsToHolder, ToChildrenHolder {

	/**
	 * Returns the entity, or the embedded object, that holds the association.
	 * @return the owner, or {@code null} for a reference that is not in an entity yet
	 */
	@Nullable Object owner();

	/**
	 * Returns the association as its class declares it.
	 * @return the property, or {@code null} while that is unknown
	 */
	@Nullable AssociationProperty property();

	/**
	 * Returns the connection to the application.
	 * @return the attachment, or {@code null} for an object that was neither loaded nor
	 * saved
	 */
	@Nullable Attachment attachment();

	/**
	 * Tells the holder where it is, when that becomes known.
	 * @param owner the entity
	 * @param property the association of the entity's class
	 * @param attachment the connection to the application, or {@code null}
	 */
	void bind(Object owner, AssociationProperty property, @Nullable Attachment attachment);

	/**
	 * Returns the present state for {@link #restore(Object)}.
	 * @return an opaque object
	 */
	Object memento();

	/**
	 * Takes loading and changes back, after a rollback.
	 * @param memento what {@link #memento()} returned before
	 */
	void restore(Object memento);

	/**
	 * Returns the mementos of transactions that are running.
	 * @return the same object each time
	 */
	KeptMementos kept();

	/**
	 * Brings an older memento up to date with what another transaction has committed.
	 * @param memento what {@link #memento()} returned before
	 * @param written what was pending and is in the database now
	 * @return what to {@link #restore(Object)} instead
	 */
	default Object committed(Object memento, PendingChanges written) {
		return memento();
	}

	/**
	 * Tells whether the application itself has read the association, as opposed to one
	 * that was wired from the other side only.
	 * @return whether it was read, built or assigned
	 */
	boolean isRead();

	/**
	 * Returns the target or targets that are in memory. Never loads, and does not count
	 * as a read.
	 * @return at most one object unless this is a has-many, all of them if it is loaded
	 */
	List<?> inMemory();

	/**
	 * Returns the key whose rows the next read would ask the database for. Never loads.
	 * @return the key, or {@code null} if the association was not hydrated from a row, is
	 * in memory, or was read ahead
	 */
	@Nullable Object awaitedKey();

	/**
	 * Returns the key whose rows are not in memory, wherever the key came from. Never
	 * loads.
	 * @return the key, or {@code null} if there is none, it is unknown, or its rows are
	 * in memory or were read ahead and may be used
	 */
	@Nullable Object missingKey();

	/**
	 * Returns what was read ahead and not asked for yet.
	 * @return the rows, or {@code null}
	 */
	@Nullable ReadAhead ahead();

	/**
	 * Takes rows that were read together with those of siblings, for the next read. Does
	 * nothing if the association was read or changed meanwhile.
	 * @param ahead the rows
	 */
	void readAhead(ReadAhead ahead);

	/**
	 * Takes rows that the application preloaded, as if it had read them. Does nothing if
	 * the association was read or changed meanwhile.
	 * @param ahead the rows
	 */
	void preload(ReadAhead ahead);

	/**
	 * Tells the application, if any, that the state is about to change.
	 */
	default void changing() {
		Attachment attachment = attachment();
		if (attachment != null) {
			attachment.changing(this);
		}
	}

	/**
	 * Tells the application, if any, that what was pending was written.
	 * @param changes what was written
	 */
	default void written(PendingChanges changes) {
		Attachment attachment = attachment();
		if (attachment != null) {
			attachment.written(this, changes);
		}
	}

	/**
	 * Returns what a rollback of the current transaction ends.
	 * @return the present epoch, or {@code null} without a transaction or an application
	 */
	default @Nullable Epoch epoch() {
		Attachment attachment = attachment();
		return (attachment != null) ? attachment.epoch() : null;
	}

	/**
	 * Tells the application that reading the association needed no SELECT.
	 * @param reason why, or {@code null} if it needed one
	 * @param target the object that was in memory, or {@code null}
	 */
	default void countAvoided(@Nullable AvoidedReason reason, @Nullable Object target) {
		Attachment attachment = attachment();
		AssociationProperty property = property();
		if (reason != null && attachment != null && property != null) {
			attachment.avoided(property, reason, target);
		}
	}

	/**
	 * Returns the associations this holder is interpreted by: those of the application it
	 * is attached to, or the defaults.
	 * @return the model
	 */
	default AssociationModel model() {
		Attachment attachment = attachment();
		return (attachment != null) ? attachment.model() : AssociationModel.inMemory();
	}

	/**
	 * Returns the id of an entity, attached or not.
	 * @param entity an entity
	 * @return the id, or {@code null}
	 */
	default @Nullable Object idOf(Object entity) {
		Attachment attachment = attachment();
		return (attachment != null) ? attachment.idOf(entity) : EntityIds.idOf(entity);
	}

	/**
	 * Finds the association this holder is, by looking where the owner keeps it.
	 * @param holder a holder
	 * @param owner its owner
	 * @return the property, or {@code null} if the owner does not keep it in a field
	 */
	static @Nullable AssociationProperty locate(AssociationHolder holder, Object owner) {
		for (AssociationProperty property : AssociationModel.inMemory().associationsOf(owner.getClass())) {
			if (property.holder(owner) == holder) {
				return property;
			}
		}
		return null;
	}

	/**
	 * Returns the attachment of an entity, taken from any of its associations.
	 * @param entity an entity
	 * @return the attachment, or {@code null} if no repository loaded or saved it
	 */
	static @Nullable Attachment attachmentOf(Object entity) {
		for (AssociationProperty property : AssociationModel.inMemory().associationsOf(entity.getClass())) {
			if (property.holder(entity) instanceof AssociationHolder holder && holder.attachment() != null) {
				return holder.attachment();
			}
		}
		return null;
	}

	/**
	 * Describes the association in a message.
	 * @return such as {@code Post.author} or {@code Post.author of Post 7}
	 */
	default String describe() {
		AssociationProperty property = property();
		Object owner = owner();
		if (property == null) {
			return (owner != null) ? "An association of " + owner.getClass().getSimpleName()
					: "A reference outside an entity";
		}
		Object id = (owner != null) ? idOf(owner) : null;
		return (id != null) ? "%s of %s %s".formatted(property, property.owner().getSimpleName(), id)
				: property.toString();
	}

	/**
	 * Checks that an object can be the target.
	 * @param target the object
	 */
	default void requireTarget(Object target) {
		AssociationProperty property = property();
		if (property != null && !property.target().isInstance(target)) {
			throw new IllegalTargetException("%s takes a %s, but was given a %s. Assign an object of the declared type."
				.formatted(describe(), property.target().getName(), target.getClass().getName()));
		}
		if (property != null && property.isPolymorphic()) {
			PolymorphicErrors.requireTarget(this, property, target);
		}
	}

	/**
	 * Returns what saves a target that is created for the owner.
	 * @return the attachment
	 */
	default Attachment creator() {
		Attachment attachment = attachment();
		Object owner = owner();
		boolean ownerMayBeNew = this instanceof BelongsToHolder;
		if (attachment != null && owner != null && (ownerMayBeNew || !attachment.isNew(owner))) {
			return attachment;
		}
		throw CreationErrors.of(this);
	}

	/**
	 * Creates a target with its no-argument constructor, which fits the scope.
	 * @return a new object
	 */
	default Object newTarget() {
		Object target = instantiateTarget();
		AssociationProperty property = property();
		if (property != null) {
			ScopeAttributes.fill(model(), property, target);
		}
		return target;
	}

	/**
	 * Creates a target with its no-argument constructor.
	 * @return a new object
	 */
	default Object instantiateTarget() {
		AssociationProperty property = property();
		if (property == null) {
			throw new IllegalTargetException(
					"A reference outside an entity cannot build its target, because nothing says which class "
							+ "it is of. Create the object and pass it to set(..) or BelongsTo.to(..).");
		}
		Class<?> type = property.target();
		if (property.isPolymorphic() && !EntityIds.hasId(type)) {
			throw PolymorphicErrors.notInstantiable(property);
		}
		try {
			return BeanUtils.instantiateClass(type);
		}
		catch (BeanInstantiationException ex) {
			String example = type.isRecord() ? "new %s(.., BelongsTo.to(..))" : "new %s(..)";
			throw new IllegalTargetException(
					("%s cannot build a %s: %s. build(..) needs a class with a no-argument constructor; "
							+ "create the object and pass it to %s instead.")
						.formatted(property, type.getSimpleName(),
								type.isRecord() ? "it is a record" : "it has no usable no-argument constructor",
								(this instanceof HasManyHolder<?> ? "add(" : "set(")
										+ example.formatted(type.getSimpleName()) + ")"));
		}
	}

}
