package io.inverseof.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.metrics.AssociationMeters.AvoidedKeyNames;
import io.inverseof.metrics.AssociationMeters.ExecutedKeyNames;
import io.inverseof.metrics.AssociationMeters.SpeculativeKeyNames;
import io.inverseof.metrics.AssociationMeters.SuspectedKeyNames;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.SpeculativeReason;
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

	private final Map<AvoidedReason, Map<NamedAssociation, Counter>> avoided = new EnumMap<>(AvoidedReason.class);

	private final Map<NamedAssociation, Counter> executed = new ConcurrentHashMap<>();

	private final Map<SpeculativeReason, Map<NamedAssociation, Counter>> speculative = new EnumMap<>(
			SpeculativeReason.class);

	private final Map<NamedAssociation, Counter> suspected = new ConcurrentHashMap<>();

	private volatile @Nullable DistributionSummary entries;

	RegisteredMeters(MeterRegistry registry) {
		this.registry = registry;
		for (AvoidedReason reason : AvoidedReason.values()) {
			this.avoided.put(reason, new ConcurrentHashMap<>());
		}
		for (SpeculativeReason reason : SpeculativeReason.values()) {
			this.speculative.put(reason, new ConcurrentHashMap<>());
		}
		registry.config().onMeterRemoved(this::forget);
	}

	private void forget(Meter meter) {
		this.avoided.values().forEach((counters) -> counters.values().remove(meter));
		this.executed.values().remove(meter);
		this.speculative.values().forEach((counters) -> counters.values().remove(meter));
		this.suspected.values().remove(meter);
		if (meter.equals(this.entries)) {
			this.entries = null;
		}
	}

	Counter avoided(NamedAssociation association, AvoidedReason reason) {
		Map<NamedAssociation, Counter> counters = Objects.requireNonNull(this.avoided.get(reason));
		return counter(counters, association, (property) -> registerAvoided(property, reason));
	}

	private Counter registerAvoided(NamedAssociation association, AvoidedReason reason) {
		return Counter.builder(AssociationMeters.QUERIES_AVOIDED.getName())
			.description("Queries that an association did not need")
			.tag(AvoidedKeyNames.ASSOCIATION.asString(), association.toString())
			.tag(AvoidedKeyNames.REASON.asString(), reason.tag())
			.register(this.registry);
	}

	Counter executed(NamedAssociation association) {
		return counter(this.executed, association, this::registerExecuted);
	}

	private Counter registerExecuted(NamedAssociation association) {
		return Counter.builder(AssociationMeters.QUERIES_EXECUTED.getName())
			.description("Queries that were sent on behalf of an association")
			.tag(ExecutedKeyNames.ASSOCIATION.asString(), association.toString())
			.register(this.registry);
	}

	Counter speculative(NamedAssociation association, SpeculativeReason reason) {
		Map<NamedAssociation, Counter> counters = Objects.requireNonNull(this.speculative.get(reason));
		return counter(counters, association, (property) -> registerSpeculative(property, reason));
	}

	private Counter registerSpeculative(NamedAssociation association, SpeculativeReason reason) {
		return Counter.builder(AssociationMeters.QUERIES_SPECULATIVE.getName())
			.description("Queries that reading one by one would not have sent")
			.tag(SpeculativeKeyNames.ASSOCIATION.asString(), association.toString())
			.tag(SpeculativeKeyNames.REASON.asString(), reason.tag())
			.register(this.registry);
	}

	Counter suspected(NamedAssociation association) {
		return counter(this.suspected, association, this::registerSuspected);
	}

	private Counter registerSuspected(NamedAssociation association) {
		return Counter.builder(AssociationMeters.N_PLUS_ONE_SUSPECTED.getName())
			.description("Units of work, or queries, in which an association was loaded one by one")
			.tag(SuspectedKeyNames.ASSOCIATION.asString(), association.toString())
			.register(this.registry);
	}

	private static Counter counter(Map<NamedAssociation, Counter> counters, NamedAssociation association,
			Function<NamedAssociation, Counter> registration) {
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
