package io.inverseof.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/configuration.md} with the metadata that the build generates, so
 * that no property is missing, invented or described in another way.
 */
class ConfigurationTests {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `(inverseof\\.[\\w.-]+)` \\| ([^|]*) \\| ([^|]*) \\|$");

	private static final Pattern PROPERTY = Pattern.compile("`inverseof\\.([a-z][a-z0-9.-]*[a-z])(=[^`]*)?`");

	@Test
	void listsAllPropertiesAsTheMetadataDoes() {
		Map<String, String> listed = new TreeMap<>();
		Matcher rows = ROW.matcher(Documentation.page("configuration.md"));
		while (rows.find()) {
			listed.put(rows.group(1), rows.group(2).replace("`", "").strip() + " | " + rows.group(3).strip());
		}
		Map<String, String> generated = new TreeMap<>();
		metadata().forEach((name, property) -> generated.put(name,
				property.path("defaultValue").asString("") + " | " + property.path("description").asString("")));
		assertThat(listed).isEqualTo(generated);
	}

	@Test
	void namesNoOtherProperties() {
		List<String> unknown = new ArrayList<>();
		for (Path page : Documentation.pages()) {
			Matcher names = PROPERTY.matcher(Documentation.read(page));
			while (names.find()) {
				if (!isKnown("inverseof." + names.group(1))) {
					unknown.add(page.getFileName() + ": " + names.group());
				}
			}
			for (String block : Documentation.blocks(page, "yaml")) {
				flatten("", new Yaml().load(block)).stream()
					.filter((name) -> name.startsWith("inverseof.") && !metadata().containsKey(name))
					.forEach((name) -> unknown.add(page.getFileName() + ": " + name));
			}
		}
		assertThat(unknown).isEmpty();
	}

	private static boolean isKnown(String name) {
		return name.matches("inverseof\\.(queries|nplusone|unit\\.of)\\..*") || metadata().containsKey(name);
	}

	private static List<String> flatten(String prefix, Object node) {
		List<String> names = new ArrayList<>();
		if (node instanceof Map<?, ?> map) {
			map.forEach((key, value) -> names.addAll(flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value)));
		}
		else {
			names.add(prefix);
		}
		return names;
	}

	private static Map<String, JsonNode> metadata() {
		Map<String, JsonNode> properties = new TreeMap<>();
		try {
			for (URL url : Collections
				.list(classLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
				for (JsonNode property : JsonMapper.shared().readTree(url.openStream()).path("properties")) {
					properties.put(property.path("name").asString(), property);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		properties.keySet().removeIf((name) -> !name.startsWith("inverseof."));
		return properties;
	}

	private static ClassLoader classLoader() {
		return ConfigurationTests.class.getClassLoader();
	}

}
