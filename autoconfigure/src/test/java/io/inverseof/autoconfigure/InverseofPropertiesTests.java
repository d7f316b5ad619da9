package io.inverseof.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.inverseof.StrictLoading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
			.isEqualTo(new InverseofProperties(true, null, null, null, null, 100, 100, StrictLoading.Mode.OFF,
					new InverseofProperties.NPlusOne(10), new InverseofProperties.UnitOfWork(1000),
					new InverseofProperties.Metrics(true))));
	}

	@Test
	void bindsEveryProperty() {
		this.context
			.withPropertyValues("inverseof.enabled=false", "inverseof.load-defaults=6.1",
					"inverseof.has-many-inversing=false", "inverseof.automatic-scope-inversing=true",
					"inverseof.automatically-invert-plural-associations=true", "inverseof.batch-size=20",
					"inverseof.aggregate-batch-size=30", "inverseof.strict-loading=fail",
					"inverseof.n-plus-one.threshold=5", "inverseof.unit-of-work.max-entries=7",
					"inverseof.metrics.enabled=false")
			.run((context) -> assertThat(context.getBean(InverseofProperties.class))
				.isEqualTo(new InverseofProperties(false, "6.1", false, true, true, 20, 30, StrictLoading.Mode.FAIL,
						new InverseofProperties.NPlusOne(5), new InverseofProperties.UnitOfWork(7),
						new InverseofProperties.Metrics(false))));
	}

	@Test
	void bindsUnquotedVersionFromYaml() {
		inYaml("load-defaults: 7.0")
			.run((context) -> assertThat(context.getBean(InverseofProperties.class).loadDefaults()).isEqualTo("7.0"));
	}

	@ParameterizedTest
	@CsvSource({ "off, OFF", "'\"off\"', OFF", "false, OFF", "OFF, OFF", "warn, WARN", "fail, FAIL" })
	void bindsStrictLoadingFromYaml(String value, StrictLoading.Mode mode) {
		inYaml("strict-loading: " + value)
			.run((context) -> assertThat(context.getBean(InverseofProperties.class).strictLoading()).isEqualTo(mode));
	}

	private ApplicationContextRunner inYaml(String line) {
		return this.context.withInitializer((context) -> {
			ByteArrayResource yaml = new ByteArrayResource(
					"inverseof:\n  %s\n".formatted(line).getBytes(StandardCharsets.UTF_8));
			try {
				new YamlPropertySourceLoader().load("yaml", yaml)
					.forEach(context.getEnvironment().getPropertySources()::addLast);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	@Test
	void explainsThatUnitsOfWorkNeedEntries(CapturedOutput output) {
		assertRefused("inverseof.unit-of-work.max-entries=0");
		assertExplained(output,
				"inverseof.unit-of-work.max-entries is 0, but a unit of work holds at least one aggregate. "
						+ "Use a positive number, or inverseof.enabled=false to switch read sharing off.");
	}

	@Test
	void explainsThatQueriesNeedKeys(CapturedOutput output) {
		assertRefused("inverseof.batch-size=0");
		assertExplained(output, "inverseof.batch-size is 0, but a query asks for at least one key. "
				+ "Use a positive number; 1 switches batching off.");
	}

	@Test
	void explainsThatCollectionsNeedAggregates(CapturedOutput output) {
		assertRefused("inverseof.aggregate-batch-size=-1");
		assertExplained(output,
				"inverseof.aggregate-batch-size is -1, but at least one aggregate loads its collections. "
						+ "Use a positive number; 1 switches batching off.");
	}

	@Test
	void explainsThatThresholdIsNotNegative(CapturedOutput output) {
		assertRefused("inverseof.n-plus-one.threshold=-1");
		assertExplained(output, "inverseof.n-plus-one.threshold is -1, but a number of loads is not negative. "
				+ "Use a positive number, or 0 to report nothing.");
	}

	@Test
	void listsModesOfStrictLoading(CapturedOutput output) {
		assertRefused("inverseof.strict-loading=maybe");
		assertThat(output).contains("Failed to bind properties under 'inverseof.strict-loading'")
			.contains("The following values are valid:")
			.contains("    FAIL\n    OFF\n    WARN\n");
	}

	private static void assertRefused(String property) {
		SpringApplication application = new SpringApplication(PropertiesConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatExceptionOfType(ConfigurationPropertiesBindException.class)
			.isThrownBy(() -> application.run("--" + property));
	}

	private static void assertExplained(CapturedOutput output, String reason) {
		assertThat(output.toString().replace(System.lineSeparator(), "\n")).contains("""
				Reason: java.lang.IllegalArgumentException: %s

				Action:

				Update your application's configuration
				""".formatted(reason));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(InverseofProperties.class)
	static class PropertiesConfiguration {

	}

}
