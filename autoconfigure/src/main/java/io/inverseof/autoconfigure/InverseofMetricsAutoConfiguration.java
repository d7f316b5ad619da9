package io.inverseof.autoconfigure;

import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.metrics.AssociationMetrics;
import io.inverseof.model.AssociationModel;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration for meters about associations, where there is a
 * {@link MeterRegistry}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = InverseofAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "inverseof.metrics.enabled", matchIfMissing = true)
public final class InverseofMetricsAutoConfiguration {

	/**
	 * The registry is asked for at the first event: a query that is sent while the
	 * application context starts must not create it before it can be post-processed.
	 */
	@Bean
	@ConditionalOnMissingBean
	AssociationMetrics inverseofMetrics(ObjectProvider<MeterRegistry> registry) {
		return new AssociationMetrics(registry::getObject);
	}

	@Bean
	@Lazy(false)
	@ConditionalOnBean(RuntimeSupplier.class)
	SmartInitializingSingleton inverseofMeterRegistration(AssociationMetrics metrics, RuntimeSupplier runtime,
			ObjectProvider<AssociationModel> model) {
		return () -> {
			if (runtime.isActive()) {
				model.ifAvailable((associations) -> metrics.register(associations.all()));
			}
		};
	}

}
