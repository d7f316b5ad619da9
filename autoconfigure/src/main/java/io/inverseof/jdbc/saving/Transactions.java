package io.inverseof.jdbc.saving;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs what belongs together in one transaction: that of the caller, or a new one. An
 * application that has several transaction managers, none of them of the data source or
 * primary, begins transactions itself. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Transactions {

	private final SingletonSupplier<PlatformTransactionManager> manager;

	/**
	 * Creates the transactions of a data source.
	 * @param managers knows the transaction managers of the application
	 * @param dataSource what statements are sent to, or {@code null} if unknown
	 */
	public Transactions(ObjectProvider<PlatformTransactionManager> managers, @Nullable DataSource dataSource) {
		this.manager = SingletonSupplier.ofNullable(() -> choose(managers, dataSource));
	}

	/**
	 * That of the data source, or else the only or primary one.
	 */
	private static @Nullable PlatformTransactionManager choose(ObjectProvider<PlatformTransactionManager> managers,
			@Nullable DataSource dataSource) {
		List<PlatformTransactionManager> own = managers.stream()
			.filter((manager) -> dataSource != null && manager instanceof ResourceTransactionManager resource
					&& resource.getResourceFactory() == unwrapped(dataSource))
			.toList();
		return (own.size() == 1) ? own.get(0) : managers.getIfUnique();
	}

	private static Object unwrapped(DataSource dataSource) {
		boolean aware = dataSource instanceof TransactionAwareDataSourceProxy;
		DataSource target = aware ? ((TransactionAwareDataSourceProxy) dataSource).getTargetDataSource() : null;
		return (target != null) ? target : dataSource;
	}

	static boolean isActive() {
		return TransactionSynchronizationManager.isActualTransactionActive();
	}

	/**
	 * Runs something when the current transaction is committed, even if what somebody
	 * else does then fails.
	 */
	static void afterCommit(Runnable action) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCompletion(int status) {
					if (status == STATUS_COMMITTED) {
						action.run();
					}
				}

			});
		}
	}

	/**
	 * Runs something in the transaction of the caller, or a new one.
	 * @param action what to run
	 */
	public void run(Runnable action) {
		call(() -> {
			action.run();
			return Boolean.TRUE;
		});
	}

	<T extends @Nullable Object> T call(Supplier<T> action) {
		PlatformTransactionManager manager = this.manager.get();
		return (manager != null) ? new TransactionTemplate(manager).execute((status) -> action.get()) : action.get();
	}

}
