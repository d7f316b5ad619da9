package io.inverseof.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares names of columns, which SQL does ignoring case.
 */
final class ColumnNames {

	private ColumnNames() {
	}

	/**
	 * Returns a column as it is written among others.
	 * @return the name in their spelling, or {@code null} if it is not among them
	 */
	static @Nullable String find(String name, List<String> columns) {
		return columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
	}

	static boolean same(List<String> left, List<String> right) {
		if (left.size() != right.size()) {
			return false;
		}
		for (int i = 0; i < left.size(); i++) {
			if (!left.get(i).equalsIgnoreCase(right.get(i))) {
				return false;
			}
		}
		return true;
	}

	static boolean containsAll(List<String> columns, List<String> names) {
		return names.stream().allMatch((name) -> find(name, columns) != null);
	}

	/**
	 * Returns the names in the spelling of the columns, those that are unknown unchanged.
	 */
	static List<String> spelledAs(List<String> columns, List<String> names) {
		return names.stream().map((name) -> spelledAs(columns, name)).toList();
	}

	private static String spelledAs(List<String> columns, String name) {
		String found = find(name, columns);
		return (found != null) ? found : name;
	}

	/**
	 * Joins names for a sentence.
	 */
	static String joined(List<String> columns) {
		return String.join(", ", columns);
	}

	/**
	 * Returns the annotation that names the columns.
	 */
	static String annotation(List<String> columns) {
		List<String> quoted = columns.stream().map((column) -> '"' + column + '"').toList();
		return (columns.size() == 1) ? "@ForeignKey(%s)".formatted(quoted.get(0))
				: "@ForeignKey({ %s })".formatted(joined(quoted));
	}

}
