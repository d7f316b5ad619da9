package io.inverseof.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InverseofProperties}.
 */
@ExtendWith(OutputCaptureExtension.class)
class InverseofPropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(PropertiesConfiguration.class);

	@Test
	void hasDefaults() {
		this.context.run((context) -> assertThat(context.getBean(InverseofProperties.class))
			.isEqualTo(new InverseofProperties(true, null, null, null, null, new InverseofProperties.UnitOfWork(1000),
					new InverseofProperties.Metrics(true))));
	}

	@Test
	void bindsEveryProperty() {
		this.context
			.withPropertyValues("inverseof.enabled=false", "inverseof.load-defaults=6.1",
					"inverseof.has-many-inversing=false", "inverseof.automatic-scope-inversing=true",
					"inverseof.automatically-invert-plural-associations=true", "inverseof.unit-of-work.max-entries=7",
					"inverseof.metrics.enabled=false")
			.run((context) -> assertThat(context.getBean(InverseofProperties.class))
				.isEqualTo(new InverseofProperties(false, "6.1", false, true, true,
						new InverseofProperties.UnitOfWork(7), new InverseofProperties.Metrics(false))));
	}

	@Test
	void bindsUnquotedVersionFromYaml() {
		this.context.withInitializer((context) -> {
			YamlPropertySourceLoader loader = new YamlPropertySourceLoader();
			ByteArrayResource yaml = new ByteArrayResource("inverseof:\n  load-defaults: 7.0\n".getBytes());
			try {
				loader.load("yaml", yaml).forEach(context.getEnvironment().getPropertySources()::addLast);
			}
			catch (java.io.IOException ex) {
				throw new IllegalStateException(ex);
			}
		}).run((context) -> assertThat(context.getBean(InverseofProperties.class).loadDefaults()).isEqualTo("7.0"));
	}

	@Test
	void explainsThatUnitsOfWorkNeedEntries(CapturedOutput output) {
		SpringApplication application = new SpringApplication(PropertiesConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatExceptionOfType(ConfigurationPropertiesBindException.class)
			.isThrownBy(() -> application.run("--inverseof.unit-of-work.max-entries=0"));
		assertThat(output.toString().replace(System.lineSeparator(), "\n")).contains("""
				Reason: java.lang.IllegalArgumentException: inverseof.unit-of-work.max-entries is 0, \
				but a unit of work holds at least one aggregate. Use a positive number, \
				or inverseof.enabled=false to switch read sharing off.

				Action:

				Update your application's configuration
				""");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(InverseofProperties.class)
	static class PropertiesConfiguration {

	}

}
