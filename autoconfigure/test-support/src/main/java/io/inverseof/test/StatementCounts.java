package io.inverseof.test;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.api.AssertProvider;

/**
 * The statements that were sent while some work ran, in their order. Immutable.
 *
 * @since 0.1.0
 * @see StatementCounter#countDuring(Runnable)
 */
public final class StatementCounts implements AssertProvider<StatementCountsAssert> {

	private final List<String> statements;

	private StatementCounts(List<String> statements) {
		this.statements = statements;
	}

	static StatementCounts of(Collection<String> statements) {
		return new StatementCounts(List.copyOf(statements));
	}

	/**
	 * Returns the number of SELECT statements.
	 * @return the number of SELECT statements
	 */
	public int selects() {
		return count(StatementKind.SELECT);
	}

	/**
	 * Returns the number of INSERT statements.
	 * @return the number of INSERT statements
	 */
	public int inserts() {
		return count(StatementKind.INSERT);
	}

	/**
	 * Returns the number of UPDATE statements.
	 * @return the number of UPDATE statements
	 */
	public int updates() {
		return count(StatementKind.UPDATE);
	}

	/**
	 * Returns the number of DELETE statements.
	 * @return the number of DELETE statements
	 */
	public int deletes() {
		return count(StatementKind.DELETE);
	}

	/**
	 * Returns the number of all statements, those of other kinds included.
	 * @return the number of statements
	 */
	public int total() {
		return this.statements.size();
	}

	/**
	 * Returns the SQL.
	 * @return an immutable list in the order in which the statements were sent
	 */
	public List<String> statements() {
		return this.statements;
	}

	int count(StatementKind kind) {
		return (int) this.statements.stream().filter((sql) -> StatementKind.of(sql) == kind).count();
	}

	/**
	 * Lets {@code org.assertj.core.api.Assertions.assertThat(counts)} return a
	 * {@link StatementCountsAssert}.
	 * @return assertions about these counts
	 */
	@Override
	public StatementCountsAssert assertThat() {
		return new StatementCountsAssert(this);
	}

	/**
	 * Lists the SQL.
	 * @return one numbered line for each statement
	 */
	@Override
	public String toString() {
		return IntStream.range(0, this.statements.size())
			.mapToObj((index) -> "%3d. %s".formatted(index + 1, this.statements.get(index)))
			.collect(Collectors.joining(System.lineSeparator()));
	}

}
