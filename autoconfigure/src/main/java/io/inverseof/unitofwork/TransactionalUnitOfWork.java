package io.inverseof.unitofwork;

import java.util.function.Function;
import java.util.function.Supplier;

import io.inverseof.UnitOfWork;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Binds a {@link CurrentUnit} to the transaction of the current thread, or to a piece of
 * code that {@link #run(Runnable)} runs. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

	private final int maxEntries;

	private final Function<Object, @Nullable Object> ids;

	private final AssociationListener listener;

	private final ThreadLocal<Integer> naiveDepth = ThreadLocal.withInitial(() -> 0);

	/**
	 * Creates the unit of work of a data source.
	 * @param maxEntries how many aggregates a unit holds strongly
	 * @param ids finds the id of an aggregate
	 * @param listener is told when units end
	 */
	public TransactionalUnitOfWork(int maxEntries, Function<Object, @Nullable Object> ids,
			AssociationListener listener) {
		Assert.isTrue(maxEntries > 0, "'maxEntries' must be positive");
		this.maxEntries = maxEntries;
		this.ids = ids;
		this.listener = listener;
	}

	/**
	 * Returns the unit of the current thread, beginning one where a transaction is
	 * active.
	 * @return the unit, or {@code null} outside a transaction and {@link #run(Runnable)}
	 */
	public @Nullable CurrentUnit current() {
		CurrentUnit unit = (CurrentUnit) TransactionSynchronizationManager.getResource(this);
		if (unit != null && unit.isEnrolled()) {
			return unit;
		}
		boolean transaction = TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.isActualTransactionActive();
		if (!transaction) {
			return unit;
		}
		if (unit != null) {
			enroll(unit, new UnitSynchronization(unit, false));
			return unit;
		}
		CurrentUnit begun = new CurrentUnit(this.maxEntries, this.ids);
		TransactionSynchronizationManager.bindResource(this, begun);
		enroll(begun, new UnitSynchronization(begun, true));
		return begun;
	}

	private void enroll(CurrentUnit unit, TransactionSynchronization synchronization) {
		TransactionSynchronizationManager.registerSynchronization(synchronization);
		unit.setEnrolled(true);
	}

	/**
	 * Tells whether read sharing is switched off for what the current thread does.
	 * @return whether a naive piece of work is running
	 */
	public boolean isNaive() {
		return this.naiveDepth.get() > 0;
	}

	@Override
	public void run(Runnable work) {
		Assert.notNull(work, "'work' must not be null");
		call(() -> {
			work.run();
			return Boolean.TRUE;
		});
	}

	@Override
	public <T> T call(Supplier<T> work) {
		Assert.notNull(work, "'work' must not be null");
		if (current() != null) {
			return work.get();
		}
		CurrentUnit unit = new CurrentUnit(this.maxEntries, this.ids);
		TransactionSynchronizationManager.bindResource(this, unit);
		try {
			return work.get();
		}
		finally {
			TransactionSynchronizationManager.unbindResourceIfPossible(this);
			this.listener.unitOfWorkEnded(unit.size());
		}
	}

	@Override
	public UnitOfWork naive() {
		return new NaiveUnitOfWork();
	}

	@Override
	public void clear() {
		CurrentUnit unit = (CurrentUnit) TransactionSynchronizationManager.getResource(this);
		if (unit != null) {
			unit.clear();
		}
	}

	private <T> T callNaively(Supplier<T> work) {
		this.naiveDepth.set(this.naiveDepth.get() + 1);
		try {
			return work.get();
		}
		finally {
			leaveNaive();
		}
	}

	private void leaveNaive() {
		int depth = this.naiveDepth.get() - 1;
		if (depth == 0) {
			this.naiveDepth.remove();
		}
		else {
			this.naiveDepth.set(depth);
		}
	}

	private final class NaiveUnitOfWork implements UnitOfWork {

		@Override
		public void run(Runnable work) {
			callNaively(() -> {
				TransactionalUnitOfWork.this.run(work);
				return Boolean.TRUE;
			});
		}

		@Override
		public <T> T call(Supplier<T> work) {
			return callNaively(() -> TransactionalUnitOfWork.this.call(work));
		}

		@Override
		public UnitOfWork naive() {
			return this;
		}

		@Override
		public void clear() {
			TransactionalUnitOfWork.this.clear();
		}

	}

	/**
	 * Follows the transaction: suspended and resumed with it, gone when it ends.
	 */
	private final class UnitSynchronization implements TransactionSynchronization {

		private final CurrentUnit unit;

		private final boolean owner;

		UnitSynchronization(CurrentUnit unit, boolean owner) {
			this.unit = unit;
			this.owner = owner;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalUnitOfWork.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(TransactionalUnitOfWork.this, this.unit);
		}

		@Override
		public void savepoint(Object savepoint) {
			this.unit.savepoint(savepoint);
		}

		@Override
		public void savepointRollback(Object savepoint) {
			this.unit.rolledBackTo(savepoint);
		}

		@Override
		public void afterCompletion(int status) {
			this.unit.setEnrolled(false);
			int entries = this.unit.size();
			if (this.owner) {
				TransactionSynchronizationManager.unbindResourceIfPossible(TransactionalUnitOfWork.this);
			}
			if (status == STATUS_COMMITTED) {
				this.unit.committed();
			}
			else {
				this.unit.rolledBack();
			}
			if (this.owner) {
				TransactionalUnitOfWork.this.listener.unitOfWorkEnded(entries);
			}
		}

		/**
		 * First of all, so that callbacks of the application after completion find
		 * associations that forgot what was rolled back.
		 */
		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

}
