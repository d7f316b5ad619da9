package io.inverseof.model;

import java.util.List;

import org.springframework.util.StringUtils;

/**
 * Checks that {@code @ForeignKey} names as many columns as the id it refers to has.
 */
final class KeyColumnCount {

	private KeyColumnCount() {
	}

	static boolean isRight(AssociationField field, Class<?> referenced, List<String> names, EntityMapping mapping,
			Violations problems) {
		List<String> conventional = mapping.conventionalForeignKey(referenced);
		if (names.isEmpty() || !names.stream().allMatch(StringUtils::hasText)) {
			problems.add("%s is annotated with @ForeignKey, but names no column. Write it, as in %s, or remove the "
				.formatted(field, ColumnNames.annotation(conventional)) + "annotation.");
			return false;
		}
		if (names.size() != conventional.size()) {
			problems
				.add("%s has a foreign key of %s (%s), but the id of %s has %s. Name one for each, in the order of the "
					.formatted(field, columns(names.size()), ColumnNames.joined(names), referenced.getSimpleName(),
							columns(conventional.size()))
						+ "id's properties, as in %s.".formatted(ColumnNames.annotation(conventional)));
			return false;
		}
		return true;
	}

	private static String columns(int count) {
		return (count == 1) ? "1 column" : count + " columns";
	}

}
