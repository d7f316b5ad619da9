package io.inverseof.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.metrics.AssociationMeters.AvoidedKeyNames;
import io.inverseof.metrics.AssociationMeters.ExecutedKeyNames;
import io.inverseof.model.AssociationProperty;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one registry. They are kept for each association, because reading an
 * association is too frequent for a look-up by tags; those that are removed from the
 * registry are forgotten, and registered again at the next event.
 */
final class RegisteredMeters {

	private final MeterRegistry registry;

	private final Map<AvoidedReason, Map<AssociationProperty, Counter>> avoided = new EnumMap<>(AvoidedReason.class);

	private final Map<AssociationProperty, Counter> executed = new ConcurrentHashMap<>();

	private volatile @Nullable DistributionSummary entries;

	RegisteredMeters(MeterRegistry registry) {
		this.registry = registry;
		for (AvoidedReason reason : AvoidedReason.values()) {
			this.avoided.put(reason, new ConcurrentHashMap<>());
		}
		registry.config().onMeterRemoved(this::forget);
	}

	private void forget(Meter meter) {
		this.avoided.values().forEach((counters) -> counters.values().remove(meter));
		this.executed.values().remove(meter);
		if (meter.equals(this.entries)) {
			this.entries = null;
		}
	}

	Counter avoided(AssociationProperty association, AvoidedReason reason) {
		Map<AssociationProperty, Counter> counters = Objects.requireNonNull(this.avoided.get(reason));
		return counter(counters, association, (property) -> registerAvoided(property, reason));
	}

	private Counter registerAvoided(AssociationProperty association, AvoidedReason reason) {
		return Counter.builder(AssociationMeters.QUERIES_AVOIDED.getName())
			.description("Queries that an association did not need")
			.tag(AvoidedKeyNames.ASSOCIATION.asString(), association.toString())
			.tag(AvoidedKeyNames.REASON.asString(), reason.tag())
			.register(this.registry);
	}

	Counter executed(AssociationProperty association) {
		return counter(this.executed, association, this::registerExecuted);
	}

	private Counter registerExecuted(AssociationProperty association) {
		return Counter.builder(AssociationMeters.QUERIES_EXECUTED.getName())
			.description("Queries that were sent on behalf of an association")
			.tag(ExecutedKeyNames.ASSOCIATION.asString(), association.toString())
			.register(this.registry);
	}

	private static Counter counter(Map<AssociationProperty, Counter> counters, AssociationProperty association,
			Function<AssociationProperty, Counter> registration) {
		Counter counter = counters.get(association);
		return (counter != null) ? counter : counters.computeIfAbsent(association, registration);
	}

	DistributionSummary entries() {
		DistributionSummary entries = this.entries;
		if (entries == null) {
			entries = DistributionSummary.builder(AssociationMeters.UNIT_OF_WORK_ENTRIES.getName())
				.description("Aggregates in the cache of a unit of work when it ended")
				.register(this.registry);
			this.entries = entries;
		}
		return entries;
	}

}
