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
 */
record Outcome(String result, List<String> sql, Map<String, Integer> avoided, int executed) {

	int totalAvoided() {
		return this.avoided.values().stream().mapToInt(Integer::intValue).sum();
	}

	long selects() {
		return this.sql.stream().filter((statement) -> statement.regionMatches(true, 0, "select", 0, 6)).count();
	}

	@Override
	public String toString() {
		return "%s%n      avoided %s, executed %d, sent %d: %s".formatted(this.result, this.avoided, this.executed,
				this.sql.size(), this.sql);
	}

}
