package io.inverseof.demo.comparison;

import java.util.List;

import io.inverseof.demo.comparison.QueryCounts.Count;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meters of inverseof that tell what it saves, at one moment.
 *
 * @param avoided the meter {@code inverseof.queries.avoided}
 * @param speculative the meter {@code inverseof.queries.speculative}
 */
record QueryMeters(QueryCounts avoided, QueryCounts speculative) {

	static QueryMeters of(MeterRegistry registry) {
		return new QueryMeters(QueryCounts.of(registry, "inverseof.queries.avoided"),
				QueryCounts.of(registry, "inverseof.queries.speculative"));
	}

	/**
	 * Returns how the meters moved between another moment and this one.
	 * @param before the other moment
	 * @return the differences
	 */
	Moves since(QueryMeters before) {
		return new Moves(this.avoided.since(before.avoided), this.speculative.since(before.speculative));
	}

	/**
	 * How the meters moved. Those avoided without the speculative ones are what naive
	 * mode sends more.
	 *
	 * @param avoided the statements that were not sent
	 * @param speculative the statements that naive mode does not send
	 */
	record Moves(List<Count> avoided, List<Count> speculative) {

	}

}
