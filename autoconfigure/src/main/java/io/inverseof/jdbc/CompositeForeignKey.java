package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.util.ParsingUtils;
import org.springframework.util.StringUtils;

/**
 * Names the columns of a composite foreign key. Spring Data JDBC composes them of a
 * prefix and the columns of the id, so explicit names have to be of that form.
 */
final class CompositeForeignKey {

	private CompositeForeignKey() {
	}

	static String prefix(String[] columns, TypeInformation<?> belongsTo) {
		List<String> idColumns = idColumns(belongsTo.getTypeArguments().get(1).getType());
		String first = columns[0];
		String suffix = idColumns.isEmpty() ? "" : idColumns.get(0);
		boolean composed = first.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
		return composed ? first.substring(0, first.length() - suffix.length()) : "";
	}

	static List<String> idColumns(Class<?> type) {
		return Arrays.stream(type.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()))
			.map(CompositeForeignKey::column)
			.toList();
	}

	private static String column(Field field) {
		Column column = field.getAnnotation(Column.class);
		return (column != null && StringUtils.hasText(column.value())) ? column.value()
				: ParsingUtils.reconcatenateCamelCase(field.getName(), "_");
	}

}
