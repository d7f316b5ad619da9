package io.inverseof.demo.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meter {@code inverseof.queries.avoided} at one moment.
 *
 * @param counts the statements avoided since the start, per association and reason
 */
record AvoidedQueries(Map<Key, Long> counts) {

	static AvoidedQueries of(MeterRegistry registry) {
		return new AvoidedQueries(registry.find("inverseof.queries.avoided")
			.counters()
			.stream()
			.collect(Collectors.toMap(Key::of, (counter) -> (long) counter.count(), Long::sum)));
	}

	/**
	 * Returns what was avoided between another moment and this one.
	 * @param before the other moment
	 * @return the differences that are not zero, in the order of their names
	 */
	List<Avoided> since(AvoidedQueries before) {
		return this.counts.entrySet()
			.stream()
			.map((entry) -> entry.getKey().avoided(entry.getValue() - before.counts.getOrDefault(entry.getKey(), 0L)))
			.filter((avoided) -> avoided.count() != 0)
			.sorted(Comparator.comparing(Avoided::association).thenComparing(Avoided::reason))
			.toList();
	}

	/**
	 * The tags of one counter.
	 *
	 * @param association the association
	 * @param reason why its statement was not sent
	 */
	record Key(String association, String reason) {

		static Key of(Counter counter) {
			return new Key(counter.getId().getTag("association"), counter.getId().getTag("reason"));
		}

		Avoided avoided(long count) {
			return new Avoided(this.association, this.reason, count);
		}

	}

	/**
	 * Statements that were not sent.
	 *
	 * @param association the association that would have sent them
	 * @param reason why it did not
	 * @param count how many
	 */
	record Avoided(String association, String reason, long count) {

	}

}
