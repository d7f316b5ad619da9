package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.inverseof.Association;
import io.inverseof.ForeignKey;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.util.ParsingUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Tells, before a class is mapped, whether a belongs-to stands beside plain properties of
 * the same columns.
 */
final class FollowedProperties {

	private FollowedProperties() {
	}

	static boolean follows(Class<?> entity, Field association, @Nullable ForeignKey foreignKey) {
		if (foreignKey == null) {
			return false;
		}
		Set<String> plain = new HashSet<>();
		ReflectionUtils.doWithFields(entity, (field) -> plain.add(normalize(column(field))),
				(field) -> !Association.class.isAssignableFrom(field.getType()) && !field.isSynthetic());
		return Arrays.stream(foreignKey.value()).map(FollowedProperties::normalize).allMatch(plain::contains);
	}

	private static String column(Field field) {
		Column column = field.getAnnotation(Column.class);
		return (column != null && StringUtils.hasText(column.value())) ? column.value()
				: ParsingUtils.reconcatenateCamelCase(field.getName(), "_");
	}

	/**
	 * Ignores case and underscores, so that the usual naming strategies all match.
	 */
	private static String normalize(String column) {
		return column.replace("_", "").toLowerCase(Locale.ROOT);
	}

}
