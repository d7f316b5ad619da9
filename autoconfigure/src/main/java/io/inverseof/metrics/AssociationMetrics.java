package io.inverseof.metrics;

import java.util.Collection;
import java.util.function.Supplier;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SpeculativeReason;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Publishes what associations do as the meters of {@link AssociationMeters}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationMetrics implements AssociationListener {

	private final SingletonSupplier<RegisteredMeters> meters;

	/**
	 * Creates the metrics.
	 * @param registry where the meters are registered; asked for at the first event, so
	 * that this object can be created while there is no registry yet
	 */
	public AssociationMetrics(Supplier<? extends MeterRegistry> registry) {
		Assert.notNull(registry, "'registry' must not be null");
		this.meters = SingletonSupplier.of(() -> new RegisteredMeters(registry.get()));
	}

	/**
	 * Registers the counters of associations before anything is counted, so that
	 * dashboards see zero and not nothing. Those of speculative queries appear when one
	 * is sent.
	 * @param associations the associations of the application
	 */
	public void register(Collection<AssociationProperty> associations) {
		RegisteredMeters meters = this.meters.obtain();
		for (AssociationProperty association : associations) {
			meters.executed(association);
			meters.suspected(association);
			meters.avoided(association, AvoidedReason.BATCH);
			if (association.kind() != AssociationKind.HAS_MANY) {
				meters.avoided(association, AvoidedReason.INVERSE);
			}
			if (association.kind() == AssociationKind.BELONGS_TO) {
				meters.avoided(association, AvoidedReason.CACHE);
			}
		}
	}

	@Override
	public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
		this.meters.obtain().avoided(association, reason).increment();
	}

	@Override
	public void queryExecuted(NamedAssociation association) {
		this.meters.obtain().executed(association).increment();
	}

	@Override
	public void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
		this.meters.obtain().speculative(association, reason).increment();
	}

	@Override
	public void nPlusOneSuspected(NamedAssociation association) {
		this.meters.obtain().suspected(association).increment();
	}

	@Override
	public void unitOfWorkEnded(int entries) {
		this.meters.obtain().entries().record(entries);
	}

}
