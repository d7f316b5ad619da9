package io.inverseof.it.docs;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SQL that {@code docs/saving.md} prints: without quotation marks, with comments at
 * the end of a line.
 */
final class PrintedSql {

	private PrintedSql() {
	}

	/**
	 * Asserts that some statements are printed as one block.
	 */
	static void assertContains(List<String> statements) {
		List<String> plain = statements.stream().map((sql) -> sql.replace("\"", "")).toList();
		assertThat(Documentation.blocks(Documentation.root().resolve("docs/saving.md"), "sql")
			.stream()
			.map(PrintedSql::statements)).contains(plain);
	}

	private static List<String> statements(String block) {
		return block.lines().map((line) -> line.replaceFirst(" +--.*", "")).toList();
	}

}
