package io.inverseof.test;

import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the statements that were sent. All of them list the SQL when they
 * fail.
 *
 * @since 0.1.0
 */
public final class StatementCountsAssert extends AbstractAssert<StatementCountsAssert, StatementCounts> {

	StatementCountsAssert(StatementCounts actual) {
		super(actual, StatementCountsAssert.class);
	}

	/**
	 * Starts an assertion. AssertJ's own {@code assertThat} does the same.
	 * @param actual the counts
	 * @return assertions about the counts
	 */
	public static StatementCountsAssert assertThat(StatementCounts actual) {
		return new StatementCountsAssert(actual);
	}

	/**
	 * Verifies the number of SELECT statements.
	 * @param expected how many
	 * @return this assertion
	 */
	public StatementCountsAssert selects(int expected) {
		return has(StatementKind.SELECT, expected);
	}

	/**
	 * Verifies the number of INSERT statements.
	 * @param expected how many
	 * @return this assertion
	 */
	public StatementCountsAssert inserts(int expected) {
		return has(StatementKind.INSERT, expected);
	}

	/**
	 * Verifies the number of UPDATE statements.
	 * @param expected how many
	 * @return this assertion
	 */
	public StatementCountsAssert updates(int expected) {
		return has(StatementKind.UPDATE, expected);
	}

	/**
	 * Verifies the number of DELETE statements.
	 * @param expected how many
	 * @return this assertion
	 */
	public StatementCountsAssert deletes(int expected) {
		return has(StatementKind.DELETE, expected);
	}

	/**
	 * Verifies the number of all statements.
	 * @param expected how many
	 * @return this assertion
	 */
	public StatementCountsAssert total(int expected) {
		isNotNull();
		return compare("", this.actual.total(), expected);
	}

	/**
	 * Verifies that no statement was sent.
	 * @return this assertion
	 */
	public StatementCountsAssert none() {
		return total(0);
	}

	private StatementCountsAssert has(StatementKind kind, int expected) {
		isNotNull();
		return compare(kind + " ", this.actual.count(kind), expected);
	}

	private StatementCountsAssert compare(String kind, int found, int expected) {
		if (found != expected) {
			failWithMessage("Expecting %d %sstatement%s to be sent, but there %s %d.%n%s", expected, kind,
					(expected == 1) ? "" : "s", (found == 1) ? "was" : "were", found, listing());
		}
		return this;
	}

	private String listing() {
		return (this.actual.total() == 0) ? "No statement was sent at all."
				: "All statements, in their order:%n%s".formatted(this.actual);
	}

}
