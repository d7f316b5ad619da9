package io.inverseof.unitofwork;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.AssociationProperty;

/**
 * Is told what the associations of an application do. Beans of this type are found by the
 * auto-configuration; they are called on the thread that reads the association, must be
 * thread-safe, quick, and must not load associations themselves.
 *
 * @since 0.1.0
 */
public interface AssociationListener {

	/**
	 * A holder that was hydrated from a row was read for the first time, and its SELECT
	 * was not sent.
	 * @param association the association
	 * @param reason why no SELECT was needed
	 */
	default void queryAvoided(AssociationProperty association, AvoidedReason reason) {
	}

	/**
	 * A SELECT was sent on behalf of an association.
	 * @param association the association
	 */
	default void queryExecuted(AssociationProperty association) {
	}

	/**
	 * A unit of work ended.
	 * @param entries how many aggregates were in its cache
	 */
	default void unitOfWorkEnded(int entries) {
	}

}
