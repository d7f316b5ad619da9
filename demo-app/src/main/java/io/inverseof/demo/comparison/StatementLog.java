package io.inverseof.demo.comparison;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

import org.springframework.stereotype.Component;

/**
 * Listens to the SQL that a thread sends while it runs some work. Thread-safe.
 */
@Component
class StatementLog implements QueryExecutionListener {

	private final ThreadLocal<List<String>> current = new ThreadLocal<>();

	/**
	 * Runs work and writes down its SQL.
	 * @param <T> the type of the result
	 * @param work the work
	 * @return what the work returned, and the SQL it sent
	 */
	<T> Recording<T> record(Supplier<T> work) {
		List<String> outer = this.current.get();
		List<String> statements = new ArrayList<>();
		this.current.set(statements);
		try {
			return new Recording<>(work.get(), List.copyOf(statements));
		}
		finally {
			restore(outer);
		}
	}

	private void restore(List<String> outer) {
		if (outer != null) {
			this.current.set(outer);
		}
		else {
			this.current.remove();
		}
	}

	/**
	 * Returns the statements that the running recording has so far.
	 * @return the statements, none when nothing is being recorded
	 */
	List<String> statements() {
		List<String> statements = this.current.get();
		return (statements != null) ? List.copyOf(statements) : List.of();
	}

	@Override
	public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		List<String> statements = this.current.get();
		if (statements != null) {
			queries.stream().map(StatementLog::describe).forEach(statements::add);
		}
	}

	@Override
	public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
	}

	/**
	 * The SQL as it was sent, and its parameters as a comment.
	 */
	private static String describe(QueryInfo query) {
		List<String> parameters = query.getParametersList()
			.stream()
			.flatMap(List::stream)
			.map(StatementLog::value)
			.toList();
		return parameters.isEmpty() ? query.getQuery() : query.getQuery() + " -- " + String.join(", ", parameters);
	}

	private static String value(ParameterSetOperation parameter) {
		boolean isNull = ParameterSetOperation.isSetNullParameterOperation(parameter);
		return isNull ? "NULL" : text(parameter.getArgs()[1]);
	}

	private static String text(Object value) {
		try {
			return (value instanceof Array array) ? Arrays.toString((Object[]) array.getArray())
					: String.valueOf(value);
		}
		catch (SQLException ex) {
			return String.valueOf(value);
		}
	}

	/**
	 * What some work returned, and the SQL it sent.
	 *
	 * @param <T> the type of the result
	 * @param result the result
	 * @param statements the statements in their order
	 */
	record Recording<T>(T result, List<String> statements) {

	}

}
