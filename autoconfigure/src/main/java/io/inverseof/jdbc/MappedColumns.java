package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.jdbc.inheritance.HiddenColumn;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Finds the plain properties that columns of a table are mapped to.
 *
 * @since 0.1.0
 */
public final class MappedColumns {

	private MappedColumns() {
	}

	/**
	 * Returns the way to the property of a column, through embedded objects.
	 * @param context how classes are mapped
	 * @param entity an entity
	 * @param column the name of a column, in any case
	 * @return the properties from the entity to the column, none if nothing is mapped to
	 * it
	 */
	public static List<RelationalPersistentProperty> path(RelationalMappingContext context,
			RelationalPersistentEntity<?> entity, String column) {
		return path(context, entity, "", column);
	}

	private static List<RelationalPersistentProperty> path(RelationalMappingContext context,
			RelationalPersistentEntity<?> entity, String prefix, String column) {
		for (RelationalPersistentProperty property : entity) {
			if (property.isAssociation() || property instanceof AssociationPersistentProperty
					|| property instanceof HiddenColumn) {
				continue;
			}
			if (!property.isEntity() && !property.isEmbedded()) {
				if ((prefix + property.getColumnName().getReference()).equalsIgnoreCase(column)) {
					return List.of(property);
				}
				continue;
			}
			List<RelationalPersistentProperty> rest = property.isEmbedded()
					? path(context, context.getRequiredPersistentEntity(property.getTypeInformation()),
							prefix + property.getEmbeddedPrefix(), column)
					: List.of();
			if (!rest.isEmpty()) {
				List<RelationalPersistentProperty> path = new ArrayList<>(rest);
				path.add(0, property);
				return path;
			}
		}
		return List.of();
	}

	/**
	 * Returns the column of a path.
	 * @param path properties from an entity to a column
	 * @return the name of the column in the table of the entity
	 */
	public static SqlIdentifier column(List<RelationalPersistentProperty> path) {
		StringBuilder prefix = new StringBuilder();
		path.subList(0, path.size() - 1).forEach((property) -> prefix.append(property.getEmbeddedPrefix()));
		return path.get(path.size() - 1).getColumnName().transform((name) -> prefix + name);
	}

	/**
	 * Returns the names of the columns that plain properties are mapped to.
	 * @param context how classes are mapped
	 * @param entity an entity
	 * @return names in the order of declaration
	 */
	static List<String> names(RelationalMappingContext context, RelationalPersistentEntity<?> entity) {
		List<String> names = new ArrayList<>();
		collect(context, entity, "", names);
		return names;
	}

	private static void collect(RelationalMappingContext context, RelationalPersistentEntity<?> entity, String prefix,
			List<String> names) {
		for (RelationalPersistentProperty property : entity) {
			if (property.isAssociation() || property instanceof AssociationPersistentProperty
					|| property instanceof HiddenColumn) {
				continue;
			}
			if (property.isEmbedded()) {
				collect(context, context.getRequiredPersistentEntity(property.getTypeInformation()),
						prefix + property.getEmbeddedPrefix(), names);
			}
			else if (!property.isEntity()) {
				names.add(prefix + property.getColumnName().getReference());
			}
		}
	}

}
