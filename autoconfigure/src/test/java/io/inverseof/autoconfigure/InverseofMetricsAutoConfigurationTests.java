package io.inverseof.autoconfigure;

import io.inverseof.metrics.AssociationMetrics;
import io.inverseof.unitofwork.AssociationListener;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InverseofMetricsAutoConfiguration}.
 */
class InverseofMetricsAutoConfigurationTests {

	private final ApplicationContextRunner plain = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(InverseofMetricsAutoConfiguration.class));

	private final ApplicationContextRunner metrics = this.plain
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class));

	@Test
	void publishesToTheRegistryOfSpringBoot() {
		this.metrics.run((context) -> {
			context.getBean(AssociationListener.class).unitOfWorkEnded(3);
			assertThat(context.getBean(MeterRegistry.class).get("inverseof.unit.of.work.entries").summary().count())
				.isEqualTo(1);
		});
	}

	@Test
	void publishesToAnyRegistry() {
		this.plain.withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			context.getBean(AssociationListener.class).unitOfWorkEnded(3);
			assertThat(context.getBean(MeterRegistry.class).get("inverseof.unit.of.work.entries").summary().count())
				.isEqualTo(1);
		});
	}

	@Test
	void publishesToAllRegistries() {
		this.metrics.withUserConfiguration(TwoRegistriesConfiguration.class).run((context) -> {
			context.getBean(AssociationListener.class).unitOfWorkEnded(3);
			assertThat(context.getBeansOfType(SimpleMeterRegistry.class).values()).hasSize(2)
				.allSatisfy((registry) -> assertThat(registry.get("inverseof.unit.of.work.entries").summary().count())
					.isEqualTo(1));
		});
	}

	@Test
	void backsOffWhenDisabled() {
		this.metrics.withPropertyValues("inverseof.metrics.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AssociationListener.class));
	}

	@Test
	void backsOffWithoutRegistry() {
		this.plain.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AssociationListener.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.plain.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AssociationListener.class));
	}

	@Test
	void backsOffForMetricsOfTheApplication() {
		AssociationMetrics own = new AssociationMetrics(SimpleMeterRegistry::new);
		this.metrics.withBean(AssociationMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(AssociationMetrics.class)).isSameAs(own));
	}

	@Test
	void letsTheRegistryBePostProcessedWhenItIsCreatedEarly() {
		this.metrics.withUserConfiguration(EarlyListenerConfiguration.class, CommonTagConfiguration.class)
			.run((context) -> {
				context.getBean(AssociationListener.class).unitOfWorkEnded(3);
				assertThat(context.getBean(MeterRegistry.class)
					.get("inverseof.unit.of.work.entries")
					.tag("application", "blog")
					.summary()
					.count()).isEqualTo(1);
				assertThat(context.getBean(MeterRegistry.class).find("bound").gauge()).isNotNull();
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoRegistriesConfiguration {

		@Bean
		SimpleMeterRegistry first(Clock clock) {
			return new SimpleMeterRegistry();
		}

		@Bean
		SimpleMeterRegistry second(Clock clock) {
			return new SimpleMeterRegistry();
		}

	}

	/**
	 * Needs the listener before post-processors have been registered.
	 */
	@Configuration(proxyBeanMethods = false)
	static class EarlyListenerConfiguration {

		@Bean
		static EarlyPostProcessor earlyPostProcessor(ObjectProvider<AssociationListener> listeners) {
			return new EarlyPostProcessor(listeners.orderedStream().toList());
		}

		record EarlyPostProcessor(java.util.List<AssociationListener> listeners) implements BeanPostProcessor {

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CommonTagConfiguration {

		@Bean
		MeterRegistryCustomizer<MeterRegistry> commonTags() {
			return (registry) -> registry.config().commonTags("application", "blog");
		}

		@Bean
		MeterBinder bound() {
			return (registry) -> registry.gauge("bound", 1);
		}

	}

}
