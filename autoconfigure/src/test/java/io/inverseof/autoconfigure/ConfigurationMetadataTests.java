package io.inverseof.autoconfigure;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Stream;

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
					"inverseof.unit-of-work.max-entries", "inverseof.metrics.enabled");
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
	void hintsAtEveryKnownVersion() {
		assertThat(this.metadata.get("hints")).singleElement()
			.satisfies((hint) -> assertThat(hint.get("values")).extracting((value) -> value.path("value").asString())
				.containsExactlyElementsOf(LoadDefaults.known().stream().map(LoadDefaults::toString).toList()));
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
