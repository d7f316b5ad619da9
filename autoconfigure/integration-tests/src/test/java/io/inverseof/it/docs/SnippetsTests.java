package io.inverseof.it.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the Java code of the documentation with code that runs: the tagged regions of
 * this folder, and the sources of the demo. Indentation and blank lines don't matter.
 */
class SnippetsTests {

	private static final Pattern MARKER = Pattern.compile("// (tag|end)::([\\w-]+)\\[]");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

	@Test
	void everyBlockIsCodeThatRuns() {
		List<String> snippets = List.copyOf(taggedRegions().values());
		List<String> demo = Documentation.files(demoSources(), ".java").stream().map(this::lines).toList();
		List<String> unknown = new ArrayList<>();
		for (Path page : Documentation.pages()) {
			for (String block : Documentation.blocks(page, "java")) {
				String code = normalize(block);
				if (!snippets.contains(code) && demo.stream().noneMatch((source) -> source.contains(code))) {
					unknown.add(page.getFileName() + ":\n" + block);
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	@Test
	void everyTaggedRegionIsPrinted() {
		List<String> printed = Documentation.pages()
			.stream()
			.flatMap((page) -> Documentation.blocks(page, "java").stream())
			.map(SnippetsTests::normalize)
			.toList();
		assertThat(taggedRegions()).allSatisfy((tag, code) -> assertThat(printed).as(tag).contains(code));
	}

	@Test
	void everyLinkLeadsSomewhere() {
		List<String> broken = new ArrayList<>();
		for (Path page : Documentation.pages()) {
			Matcher matcher = LINK.matcher(Documentation.read(page));
			while (matcher.find()) {
				Path target = page.resolveSibling(matcher.group(1));
				if (!Files.exists(target) || !hasAnchor(target, matcher.group(2))) {
					broken.add(page.getFileName() + ": " + matcher.group());
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean hasAnchor(Path page, String anchor) {
		return anchor == null || Documentation.read(page)
			.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase().replaceAll("[^\\w -]", "").replace(' ', '-'))
			.anyMatch(anchor.substring(1)::equals);
	}

	private static Path demoSources() {
		return Documentation.root().resolve("demo-app/src/main/java");
	}

	private Map<String, String> taggedRegions() {
		Path folder = Documentation.root()
			.resolve("autoconfigure/integration-tests/src/test/java/io/inverseof/it/docs");
		Map<String, String> regions = new LinkedHashMap<>();
		for (Path source : Documentation.files(folder, ".java")) {
			collectRegions(source, regions);
		}
		return regions;
	}

	private void collectRegions(Path source, Map<String, String> regions) {
		String open = null;
		for (String line : Documentation.read(source).lines().toList()) {
			Matcher marker = MARKER.matcher(line.strip());
			if (marker.matches()) {
				open = marker.group(1).equals("tag") ? source.getFileName() + "#" + marker.group(2) : null;
			}
			else if (open != null && !line.isBlank()) {
				regions.merge(open, line.strip(), (before, added) -> before + "\n" + added);
			}
		}
	}

	private String lines(Path source) {
		return normalize(Documentation.read(source));
	}

	private static String normalize(String code) {
		return String.join("\n", code.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList());
	}

}
