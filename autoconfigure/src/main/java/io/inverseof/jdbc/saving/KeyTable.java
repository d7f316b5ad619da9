package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;

/**
 * The table that has the foreign key of an association: which columns are the key, and
 * which ones say what row it is. Immutable.
 *
 * @param entity the entity of the table
 * @param table the table
 * @param ids the ids of its rows
 * @param keys the ids of the rows that the key refers to
 * @param foreignKey the columns of the key
 */
record KeyTable(RelationalPersistentEntity<?> entity, Table table, IdColumns ids, IdColumns keys,
		List<SqlIdentifier> foreignKey) {

	static KeyTable of(AssociationProperty property, JdbcConverter converter) {
		RelationalMappingContext context = converter.getMappingContext();
		boolean belongsTo = property.kind() == AssociationKind.BELONGS_TO;
		RelationalPersistentEntity<?> entity = context
			.getRequiredPersistentEntity(belongsTo ? property.owner() : property.target());
		RelationalPersistentEntity<?> referred = context
			.getRequiredPersistentEntity(belongsTo ? property.target() : property.owner());
		return new KeyTable(entity, Table.create(entity.getQualifiedTableName()), IdColumns.of(entity, converter),
				IdColumns.of(referred, converter), foreignKey(property, entity, context));
	}

	private static List<SqlIdentifier> foreignKey(AssociationProperty property, RelationalPersistentEntity<?> entity,
			RelationalMappingContext context) {
		List<SqlIdentifier> columns = new ArrayList<>();
		collect(entity, "", columns, context);
		return property.foreignKey().stream().map((name) -> find(name, columns)).toList();
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

	/**
	 * Returns the column of the version, if rows have one.
	 */
	@Nullable SqlIdentifier version() {
		RelationalPersistentProperty version = this.entity.getVersionProperty();
		return (version != null) ? version.getColumnName() : null;
	}

	List<Column> foreignKeyColumns() {
		return columns(this.foreignKey);
	}

	List<Column> idColumns() {
		return columns(this.ids.names());
	}

	List<Column> columns(List<SqlIdentifier> names) {
		return names.stream().map(this.table::column).toList();
	}

	Identifier key(Object ownerId) {
		return this.keys.identifier(ownerId, this.foreignKey);
	}

	List<Identifier> keys(List<?> ownerIds) {
		return this.keys.identifiers(ownerIds, this.foreignKey);
	}

	Identifier id(Object id) {
		return this.ids.identifier(id, this.ids.names());
	}

	List<Identifier> ids(List<?> ids) {
		return this.ids.identifiers(ids, this.ids.names());
	}

}
