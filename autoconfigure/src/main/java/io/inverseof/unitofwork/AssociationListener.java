package io.inverseof.unitofwork;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;

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
	 * was not sent; or a collection inside an aggregate was read without one.
	 * @param association the association
	 * @param reason why no SELECT was needed
	 */
	default void queryAvoided(NamedAssociation association, AvoidedReason reason) {
	}

	/**
	 * A SELECT was sent on behalf of an association.
	 * @param association the association
	 */
	default void queryExecuted(NamedAssociation association) {
	}

	/**
	 * A SELECT was sent that a traversal one by one would not have sent. It was reported
	 * to {@link #queryExecuted} as well.
	 * @param association the association
	 * @param reason why it was sent
	 */
	default void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
	}

	/**
	 * An association was loaded one by one more often than the threshold allows, in one
	 * unit of work or by the results of one query. Called once for each of them.
	 * @param association the association
	 */
	default void nPlusOneSuspected(NamedAssociation association) {
	}

	/**
	 * A unit of work ended.
	 * @param entries how many aggregates were in its cache
	 */
	default void unitOfWorkEnded(int entries) {
	}

}
