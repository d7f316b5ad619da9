package io.inverseof.it.preload;

import java.util.concurrent.atomic.AtomicInteger;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SpeculativeReason;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts as the meters do.
 */
class Tally implements AssociationListener {

	private final AtomicInteger avoided = new AtomicInteger();

	private final AtomicInteger executed = new AtomicInteger();

	private final AtomicInteger executedInTransaction = new AtomicInteger();

	private final AtomicInteger preloads = new AtomicInteger();

	private final AtomicInteger speculative = new AtomicInteger();

	@Override
	public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
		this.avoided.incrementAndGet();
	}

	@Override
	public void queryExecuted(NamedAssociation association) {
		this.executed.incrementAndGet();
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			this.executedInTransaction.incrementAndGet();
		}
	}

	@Override
	public void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
		this.speculative.incrementAndGet();
		if (reason == SpeculativeReason.PRELOAD) {
			this.preloads.incrementAndGet();
		}
	}

	void clear() {
		this.avoided.set(0);
		this.executed.set(0);
		this.executedInTransaction.set(0);
		this.preloads.set(0);
		this.speculative.set(0);
	}

	int avoided() {
		return this.avoided.get();
	}

	int executed() {
		return this.executed.get();
	}

	int executedInTransaction() {
		return this.executedInTransaction.get();
	}

	int preloads() {
		return this.preloads.get();
	}

	int speculative() {
		return this.speculative.get();
	}

}
