package io.inverseof.it.saving.failing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Fails once, at the n-th statement, batch, savepoint or commit. A transaction in which
 * something has failed refuses everything but a rollback, as PostgreSQL does, and a
 * commit that fails leaves nothing behind.
 */
public final class FailingDataSource extends DelegatingDataSource {

	private final AtomicInteger remaining = new AtomicInteger();

	private final AtomicInteger open = new AtomicInteger();

	/**
	 * Creates a data source that does not fail yet.
	 * @param dataSource the real one
	 */
	public FailingDataSource(DataSource dataSource) {
		super(dataSource);
	}

	/**
	 * Lets the n-th thing sent from now on fail.
	 * @param n 1 for the next one
	 */
	public void failAt(int n) {
		this.remaining.set(n);
	}

	/**
	 * Lets nothing fail any more.
	 * @return whether anything has failed
	 */
	public boolean heal() {
		return this.remaining.getAndSet(0) <= 0;
	}

	/**
	 * Returns how many connections are in somebody's hands.
	 * @return the number of connections that were not closed
	 */
	public int open() {
		return this.open.get();
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		this.open.incrementAndGet();
		return proxy(Connection.class, new FailingConnection(connection));
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * One connection, which is of no use after a failure until it is rolled back.
	 */
	private final class FailingConnection implements InvocationHandler {

		private final Connection connection;

		private boolean aborted;

		FailingConnection(Connection connection) {
			this.connection = connection;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			switch (method.getName()) {
				case "commit" -> commit();
				case "setSavepoint" -> send("savepoint");
				case "rollback" -> this.aborted = false;
				case "close" -> close();
				default -> {
				}
			}
			Object result = call(this.connection, method, arguments);
			return (result instanceof Statement statement) ? failing(statement) : result;
		}

		private void close() throws SQLException {
			if (!this.connection.isClosed()) {
				FailingDataSource.this.open.decrementAndGet();
			}
		}

		private void commit() throws SQLException {
			try {
				send("commit");
			}
			catch (SQLException ex) {
				this.connection.rollback();
				throw ex;
			}
		}

		void send(String what) throws SQLException {
			if (this.aborted) {
				throw new SQLException("The transaction is aborted, and was sent " + what, "25P02");
			}
			if (FailingDataSource.this.remaining.getAndDecrement() == 1) {
				this.aborted = !this.connection.getAutoCommit();
				throw new PlannedFailure(what);
			}
		}

		private Statement failing(Statement statement) {
			Class<? extends Statement> type = (statement instanceof CallableStatement) ? CallableStatement.class
					: (statement instanceof PreparedStatement) ? PreparedStatement.class : Statement.class;
			return proxy(type, (proxy, method, arguments) -> {
				if (method.getName().startsWith("execute")) {
					send(statement.toString());
				}
				return call(statement, method, arguments);
			});
		}

	}

	/**
	 * What was sent, and was to fail.
	 */
	public static final class PlannedFailure extends SQLException {

		PlannedFailure(String what) {
			super("Fails on purpose: " + what, "08006");
		}

	}

}
