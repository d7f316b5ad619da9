package io.inverseof.unitofwork;

import java.util.function.Function;
import java.util.function.Supplier;

import io.inverseof.StrictLoading;
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

	private final Function<Object, @Nullable Neighbourhood> neighbourhoods;

	private final AssociationListener listener;

	private final ThreadLocal<ReadingMode> readingMode = ThreadLocal.withInitial(() -> ReadingMode.NORMAL);

	/**
	 * Creates the unit of work of a data source.
	 * @param maxEntries how many aggregates a unit holds strongly
	 * @param ids finds the id of an aggregate
	 * @param neighbourhoods finds what an aggregate was read together with, if that was
	 * much
	 * @param listener is told when units end
	 */
	public TransactionalUnitOfWork(int maxEntries, Function<Object, @Nullable Object> ids,
			Function<Object, @Nullable Neighbourhood> neighbourhoods, AssociationListener listener) {
		Assert.isTrue(maxEntries > 0, "'maxEntries' must be positive");
		this.maxEntries = maxEntries;
		this.ids = ids;
		this.neighbourhoods = neighbourhoods;
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
		CurrentUnit begun = new CurrentUnit(this.maxEntries, this.ids, this.neighbourhoods);
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
		return this.readingMode.get().naive();
	}

	/**
	 * Returns what happens when an association loads by itself in what the current thread
	 * does.
	 * @return the mode, or {@code null} if no {@linkplain #strict strict} piece of work
	 * is running
	 */
	public StrictLoading.@Nullable Mode strictMode() {
		return this.readingMode.get().strict();
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
		CurrentUnit unit = new CurrentUnit(this.maxEntries, this.ids, this.neighbourhoods);
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
		return new UnitOfWorkInMode(ReadingMode.NORMAL.naively());
	}

	@Override
	public UnitOfWork strict(StrictLoading.Mode mode) {
		return new UnitOfWorkInMode(ReadingMode.NORMAL.strictly(requireMode(mode)));
	}

	private static StrictLoading.Mode requireMode(StrictLoading.Mode mode) {
		Assert.notNull(mode, "'mode' must not be null");
		return mode;
	}

	@Override
	public void clear() {
		CurrentUnit unit = (CurrentUnit) TransactionSynchronizationManager.getResource(this);
		if (unit != null) {
			unit.clear();
		}
	}

	private <T> T callIn(ReadingMode mode, Supplier<T> work) {
		ReadingMode outer = this.readingMode.get();
		this.readingMode.set(mode.within(outer));
		try {
			return call(work);
		}
		finally {
			returnTo(outer);
		}
	}

	private void returnTo(ReadingMode outer) {
		if (outer.equals(ReadingMode.NORMAL)) {
			this.readingMode.remove();
		}
		else {
			this.readingMode.set(outer);
		}
	}

	/**
	 * The same unit of work, read in another way.
	 */
	private final class UnitOfWorkInMode implements UnitOfWork {

		private final ReadingMode mode;

		UnitOfWorkInMode(ReadingMode mode) {
			this.mode = mode;
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
			return callIn(this.mode, work);
		}

		@Override
		public UnitOfWork naive() {
			return new UnitOfWorkInMode(this.mode.naively());
		}

		@Override
		public UnitOfWork strict(StrictLoading.Mode strict) {
			return new UnitOfWorkInMode(this.mode.strictly(requireMode(strict)));
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
