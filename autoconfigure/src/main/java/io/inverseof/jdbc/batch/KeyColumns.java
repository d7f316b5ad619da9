package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Finds the columns of a table by their names, as the mapping spells them.
 *
 * @since 0.1.0
 */
public final class KeyColumns {

	private KeyColumns() {
	}

	/**
	 * Finds columns.
	 * @param names their names
	 * @param entity the entity of the table
	 * @param context how classes are mapped
	 * @return the columns, in the same order
	 */
	public static List<SqlIdentifier> of(List<String> names, RelationalPersistentEntity<?> entity,
			RelationalMappingContext context) {
		List<SqlIdentifier> columns = new ArrayList<>();
		collect(entity, "", columns, context);
		return names.stream().map((name) -> find(name, columns)).toList();
	}

	private static void collect(RelationalPersistentEntity<?> entity, String prefix, List<SqlIdentifier> columns,
			RelationalMappingContext context) {
		for (RelationalPersistentProperty property : entity) {
			RelationalPersistentEntity<?> embedded = property.isEmbedded() ? embedded(property, context) : null;
			if (embedded != null) {
				collect(embedded, prefix + property.getEmbeddedPrefix(), columns, context);
			}
			else if (!property.isEntity()) {
				columns.add(property.getColumnName().transform(prefix::concat));
			}
		}
	}

	/**
	 * A belongs-to with several columns is embedded as the id of its target.
	 */
	private static @Nullable RelationalPersistentEntity<?> embedded(RelationalPersistentProperty property,
			RelationalMappingContext context) {
		return property.isAssociation()
				? context.getPersistentEntity(property.getTypeInformation().getTypeArguments().get(1))
				: context.getPersistentEntity(property);
	}

	private static SqlIdentifier find(String name, List<SqlIdentifier> columns) {
		return columns.stream()
			.filter((column) -> column.getReference().equalsIgnoreCase(name))
			.findFirst()
			.orElseGet(() -> SqlIdentifier.quoted(name));
	}

}
