package io.inverseof.it.truth;

import java.util.List;
import java.util.Map;

/**
 * What one step did in one run.
 *
 * @param result the rows or the value or the exception
 * @param sql the statements that were really sent
 * @param avoided how far the counters of avoided queries moved
 * @param executed how far the counters of executed queries moved
 * @param speculative how far the counters of speculative queries moved
 */
record Outcome(String result, List<String> sql, Map<String, Integer> avoided, int executed, int speculative) {

	int totalAvoided() {
		return this.avoided.values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * How many statements less than naively were sent, as the counters have it.
	 */
	int saved() {
		return totalAvoided() - this.speculative;
	}

	long selects() {
		return this.sql.stream().filter((statement) -> statement.regionMatches(true, 0, "select", 0, 6)).count();
	}

	@Override
	public String toString() {
		return "%s%n      avoided %s, executed %d, speculative %d, sent %d: %s".formatted(this.result, this.avoided,
				this.executed, this.speculative, this.sql.size(), this.sql);
	}

}
