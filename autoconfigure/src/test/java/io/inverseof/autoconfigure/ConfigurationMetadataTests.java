package io.inverseof.autoconfigure;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.inverseof.StrictLoading;
import io.inverseof.model.LoadDefaults;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configuration metadata that is generated from
 * {@link InverseofProperties}.
 */
class ConfigurationMetadataTests {

	private final JsonNode metadata = metadata();

	@Test
	void describesEveryProperty() {
		assertThat(properties())
			.allSatisfy((property) -> assertThat(property.path("description").asString()).endsWith(".")
				.doesNotStartWith("The "));
		assertThat(properties()).extracting((property) -> property.path("name").asString())
			.containsExactlyInAnyOrder("inverseof.enabled", "inverseof.load-defaults", "inverseof.has-many-inversing",
					"inverseof.automatic-scope-inversing", "inverseof.automatically-invert-plural-associations",
					"inverseof.batch-size", "inverseof.aggregate-batch-size", "inverseof.strict-loading",
					"inverseof.n-plus-one.threshold", "inverseof.unit-of-work.max-entries",
					"inverseof.metrics.enabled");
	}

	@Test
	void startsDescriptionsOfBooleansWithWhether() {
		assertThat(properties()).filteredOn((property) -> property.path("type").asString().equals("java.lang.Boolean"))
			.allSatisfy((property) -> assertThat(property.path("description").asString()).startsWith("Whether "));
	}

	@Test
	void namesTheDefaultVersion() {
		assertThat(properties())
			.filteredOn((property) -> property.path("name").asString().equals("inverseof.load-defaults"))
			.singleElement()
			.satisfies((property) -> assertThat(property.path("defaultValue").asString())
				.isEqualTo(LoadDefaults.LATEST.toString()));
	}

	@Test
	void hasDefaultsOfBatchesAndStrictness() {
		assertThat(defaultValue("inverseof.batch-size")).isEqualTo("100");
		assertThat(defaultValue("inverseof.aggregate-batch-size")).isEqualTo("100");
		assertThat(defaultValue("inverseof.strict-loading")).isEqualTo("off");
		assertThat(defaultValue("inverseof.n-plus-one.threshold")).isEqualTo("10");
	}

	private String defaultValue(String name) {
		return properties().filter((property) -> property.path("name").asString().equals(name))
			.findAny()
			.orElseThrow()
			.path("defaultValue")
			.asString();
	}

	@Test
	void hintsAtEveryKnownVersion() {
		assertThat(hints("inverseof.load-defaults"))
			.containsExactlyElementsOf(LoadDefaults.known().stream().map(LoadDefaults::toString).toList());
	}

	@Test
	void hintsAtEveryModeOfStrictLoading() {
		assertThat(hints("inverseof.strict-loading")).containsExactlyElementsOf(
				Stream.of(StrictLoading.Mode.values()).map((mode) -> mode.name().toLowerCase(Locale.ROOT)).toList());
	}

	private List<String> hints(String name) {
		return this.metadata.get("hints")
			.valueStream()
			.filter((hint) -> hint.path("name").asString().equals(name))
			.flatMap((hint) -> hint.get("values").valueStream())
			.map((value) -> value.path("value").asString())
			.toList();
	}

	private Stream<JsonNode> properties() {
		return this.metadata.get("properties")
			.valueStream()
			.filter((property) -> property.path("name").asString().startsWith("inverseof."));
	}

	/**
	 * Other jars have a file of the same name, so it is looked up beside the class.
	 */
	private static JsonNode metadata() {
		URL classes = InverseofProperties.class.getProtectionDomain().getCodeSource().getLocation();
		return JsonMapper.shared()
			.readTree(Path.of(URI.create(classes.toString())).resolve("META-INF/spring-configuration-metadata.json"));
	}

}
