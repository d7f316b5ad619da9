package io.inverseof.holder;

import java.util.List;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * What connects the associations of an object to the application that loaded or saved it.
 * The results of one query share one attachment. Implementations are thread-safe and hold
 * no lock while they query.
 *
 * @since 0.1.0
 */
public interface Attachment {

	/**
	 * Returns the associations of the application.
	 * @return the model
	 */
	AssociationModel model();

	/**
	 * Returns the id of an entity.
	 * @param entity an entity
	 * @return its id, or {@code null}
	 */
	@Nullable Object idOf(Object entity);

	/**
	 * Tells whether an entity has no row yet, as saving it would decide.
	 * @param entity an entity
	 * @return whether it would be inserted
	 */
	boolean isNew(Object entity);

	/**
	 * Tells whether associations share what they read, here and now.
	 * @return whether an object in memory may take the place of a row
	 */
	default boolean isSharing() {
		return true;
	}

	/**
	 * Finds the target of a belongs-to, in memory or by a query.
	 * @param holder the association
	 * @param id its key
	 * @param ahead what was read ahead for it, or {@code null}
	 * @return what was found
	 */
	Found findTarget(BelongsToHolder<?, ?> holder, Object id, @Nullable ReadAhead ahead);

	/**
	 * Finds the children of the owner of an association, all of them or the one of a
	 * has-one, read ahead or by a query.
	 * @param holder a has-one or has-many
	 * @param ahead what was read ahead for it, or {@code null}
	 * @return what was found
	 */
	FoundChildren findChildren(ToChildrenHolder holder, @Nullable ReadAhead ahead);

	/**
	 * Reads some children of the owner of an association, wired to it before anybody sees
	 * them.
	 * @param holder a has-one or has-many
	 * @param query which children
	 * @return the children
	 */
	List<?> loadChildren(ToChildrenHolder holder, ChildQuery query);

	/**
	 * Wires a child that is in memory already and turned out to be a row of an
	 * association, as one that was just read.
	 * @param holder a has-one or has-many
	 * @param child the child
	 */
	void wireChild(ToChildrenHolder holder, Object child);

	/**
	 * Counts the children that are in the database.
	 * @param holder a has-many
	 * @return the number of rows
	 */
	long countChildren(ToChildrenHolder holder);

	/**
	 * Tells whether there is a child in the database.
	 * @param holder a has-many
	 * @return whether there is a row
	 */
	boolean existsChild(ToChildrenHolder holder);

	/**
	 * Validates and saves a new target of an association that is about to be assigned,
	 * and lets go of the row that the target of a has-one replaces.
	 * @param holder the association
	 * @param target the new target, wired to the owner of a has-one or has-many, but not
	 * assigned yet
	 */
	void create(AssociationHolder holder, Object target);

	/**
	 * Is told that a holder which was hydrated from a row has been read for the first
	 * time, without a SELECT.
	 * @param property the association
	 * @param reason why
	 * @param target the object that was in memory, whose collections were not queried
	 * either; {@code null} if there is none, or those are reported otherwise
	 */
	void avoided(AssociationProperty property, AvoidedReason reason, @Nullable Object target);

	/**
	 * Returns what a rollback of the current transaction ends.
	 * @return the present epoch, or {@code null} without a transaction
	 */
	@Nullable Epoch epoch();

	/**
	 * Is told before the state of a holder changes, so that a rollback can take it back.
	 * @param holder the holder
	 */
	void changing(AssociationHolder holder);

	/**
	 * Is told that changes of a holder were written, so that only a rollback of the
	 * present transaction takes them back.
	 * @param holder the holder
	 * @param changes what was written
	 */
	void written(AssociationHolder holder, PendingChanges changes);

}
