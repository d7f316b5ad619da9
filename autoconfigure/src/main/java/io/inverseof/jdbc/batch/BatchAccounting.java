package io.inverseof.jdbc.batch;

import java.util.function.Consumer;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SpeculativeReason;
import org.jspecify.annotations.Nullable;

/**
 * Reports what reading collections costs and saves. Where not every aggregate of a query
 * was asked for, all statements are speculative, and what each aggregate saves is told to
 * somebody who waits until it is asked for.
 */
final class BatchAccounting {

	private final AssociationListener listener;

	private final @Nullable Consumer<NamedAssociation> deferred;

	BatchAccounting(AssociationListener listener, @Nullable Consumer<NamedAssociation> deferred) {
		this.listener = listener;
		this.deferred = deferred;
	}

	/**
	 * A statement for one owner is about to be sent.
	 */
	void single(NamedAssociation collection) {
		this.listener.queryExecuted(collection);
		if (this.deferred != null) {
			this.listener.querySpeculative(collection, SpeculativeReason.LOOK_AHEAD);
			this.deferred.accept(collection);
		}
	}

	/**
	 * A statement for several owners is about to be sent.
	 */
	void sending(NamedAssociation collection) {
		this.listener.queryExecuted(collection);
	}

	/**
	 * Statements for several owners found what they were sent for.
	 */
	void used(NamedAssociation collection, int statements) {
		int speculative = (this.deferred != null) ? statements : statements - 1;
		speculative(collection, speculative, SpeculativeReason.LOOK_AHEAD);
	}

	/**
	 * Statements for several owners found what nobody can use.
	 */
	void wasted(NamedAssociation collection, int statements) {
		speculative(collection, statements, SpeculativeReason.FALLBACK);
	}

	private void speculative(NamedAssociation collection, int statements, SpeculativeReason reason) {
		for (int i = 0; i < statements; i++) {
			this.listener.querySpeculative(collection, reason);
		}
	}

	/**
	 * An owner was given its collection without a statement of its own, but for the first
	 * one, on whose behalf the statements were sent.
	 */
	void answered(NamedAssociation collection, boolean first) {
		if (this.deferred != null) {
			this.deferred.accept(collection);
		}
		else if (!first) {
			this.listener.queryAvoided(collection, AvoidedReason.BATCH);
		}
	}

}
