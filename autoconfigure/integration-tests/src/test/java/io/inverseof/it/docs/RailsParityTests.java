package io.inverseof.it.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/rails-parity.md}: every test it names exists, and every row says how things
 * are.
 */
class RailsParityTests {

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)#(\\w+)`");

	private static final Pattern VERDICT = Pattern.compile("\\*\\*(same|better|not applicable)\\*\\*.*");

	private static final String PAGE = "rails-parity.md";

	@Test
	void everyTestThatIsNamedExists() {
		List<Path> sources = Documentation.files(Documentation.root().resolve("autoconfigure"), "Tests.java");
		List<String> missing = new ArrayList<>();
		TEST.matcher(Documentation.page(PAGE)).results().forEach((named) -> {
			if (sources.stream().noneMatch((source) -> declares(source, named.group(1), named.group(2)))) {
				missing.add(named.group());
			}
		});
		assertThat(missing).isEmpty();
	}

	private static boolean declares(Path source, String type, String method) {
		return source.getFileName().toString().equals(type + ".java")
				&& Documentation.read(source).contains("void " + method + "(");
	}

	@Test
	void everyScenarioHasAVerdict() {
		assertThat(scenarios()).hasSizeGreaterThan(350)
			.allSatisfy((cells) -> assertThat(cells.get(3)).as(cells.get(1)).matches(VERDICT));
	}

	@Test
	void everyScenarioThatWorksNamesItsTest() {
		assertThat(scenarios()).filteredOn((cells) -> cells.get(3).matches("\\*\\*(same|better)\\*\\*.*"))
			.allSatisfy((cells) -> assertThat(cells.get(4).split(", ")).as(cells.get(1))
				.allSatisfy((test) -> assertThat(test).matches(TEST)));
	}

	@Test
	void everyPitfallNamesItsTests() {
		assertThat(rows(3)).hasSizeGreaterThan(25)
			.allSatisfy((cells) -> assertThat(cells.get(3)).as(cells.get(2)).containsPattern(TEST));
	}

	private static List<List<String>> scenarios() {
		return rows(4);
	}

	/**
	 * Finds the rows of all tables with a number of columns; the first cell is before the
	 * first bar.
	 */
	private static List<List<String>> rows(int columns) {
		return Documentation.page(PAGE)
			.lines()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| ---"))
			.map((line) -> Stream.of(line.split("\\|")).map(String::strip).toList())
			.filter((cells) -> cells.size() == columns + 1)
			.filter((cells) -> !cells.get(1).equals("Rails") && !cells.get(1).equals("Where")
					|| !cells.get(columns).startsWith("Our test"))
			.toList();
	}

}
