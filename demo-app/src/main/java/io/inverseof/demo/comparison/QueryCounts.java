package io.inverseof.demo.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * A meter of inverseof that counts statements, at one moment.
 *
 * @param counts the statements since the start, per association and reason
 */
record QueryCounts(Map<Key, Long> counts) {

	static QueryCounts of(MeterRegistry registry, String meter) {
		return new QueryCounts(registry.find(meter)
			.counters()
			.stream()
			.collect(Collectors.toMap(Key::of, (counter) -> (long) counter.count(), Long::sum)));
	}

	/**
	 * Returns what was counted between another moment and this one.
	 * @param before the other moment
	 * @return the differences that are not zero, in the order of their names
	 */
	List<Count> since(QueryCounts before) {
		return this.counts.entrySet()
			.stream()
			.map((entry) -> entry.getKey().count(entry.getValue() - before.counts.getOrDefault(entry.getKey(), 0L)))
			.filter((count) -> count.count() != 0)
			.sorted(Comparator.comparing(Count::association).thenComparing(Count::reason))
			.toList();
	}

	/**
	 * The tags of one counter.
	 *
	 * @param association the association whose statements are counted
	 * @param reason why they were not sent, or were sent ahead
	 */
	record Key(String association, String reason) {

		static Key of(Counter counter) {
			return new Key(counter.getId().getTag("association"), counter.getId().getTag("reason"));
		}

		Count count(long count) {
			return new Count(this.association, this.reason, count);
		}

	}

	/**
	 * Some statements.
	 *
	 * @param association the association they are of
	 * @param reason why they were not sent, or were sent ahead
	 * @param count how many
	 */
	record Count(String association, String reason, long count) {

	}

}
