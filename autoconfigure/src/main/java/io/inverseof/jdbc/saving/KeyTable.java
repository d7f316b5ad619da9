package io.inverseof.jdbc.saving;

import java.util.List;
import java.util.stream.Stream;

import io.inverseof.jdbc.batch.IdColumns;
import io.inverseof.jdbc.batch.KeyColumns;
import io.inverseof.model.AssociationKind;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.util.Assert;

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
		List<SqlIdentifier> foreignKey, @Nullable TypeColumn typeColumn) {

	static KeyTable of(AssociationProperty property, JdbcConverter converter) {
		RelationalMappingContext context = converter.getMappingContext();
		boolean belongsTo = property.kind() == AssociationKind.BELONGS_TO;
		RelationalPersistentEntity<?> entity = context
			.getRequiredPersistentEntity(belongsTo ? property.owner() : property.target());
		RelationalPersistentEntity<?> referred = context
			.getRequiredPersistentEntity(belongsTo ? referred(property) : property.owner());
		return new KeyTable(entity, Table.create(entity.getQualifiedTableName()), IdColumns.of(entity, converter),
				IdColumns.of(referred, converter), KeyColumns.of(names(property), entity, context),
				property.typeColumn());
	}

	/**
	 * The ids of all classes that a polymorphic association may refer to are alike.
	 */
	private static Class<?> referred(AssociationProperty property) {
		List<String> types = property.isPolymorphic() ? property.typeNames() : List.of();
		Class<?> first = types.isEmpty() ? null : property.polymorphicTarget(types.get(0));
		return (first != null) ? first : property.target();
	}

	private static List<String> names(AssociationProperty property) {
		TypeColumn type = property.typeColumn();
		return Stream.concat(property.foreignKey().stream(), Stream.ofNullable(type).map(TypeColumn::name)).toList();
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
		Identifier key = this.keys.identifier(TypedKey.plain(ownerId), this.foreignKey);
		return (this.typeColumn != null) ? withType(key, this.typeColumn, ownerId) : key;
	}

	/**
	 * The type is part of the key in every statement.
	 */
	private Identifier withType(Identifier key, TypeColumn column, Object ownerId) {
		String type = (column.value() != null) ? column.value() : TypedKey.typeOf(ownerId);
		Assert.state(type != null, () -> "The key %s has no type".formatted(ownerId));
		return key.withPart(this.foreignKey.get(this.foreignKey.size() - 1), type, String.class);
	}

	List<Identifier> keys(List<?> ownerIds) {
		return ownerIds.stream().map(this::key).toList();
	}

	Identifier id(Object id) {
		return this.ids.identifier(id, this.ids.names());
	}

	List<Identifier> ids(List<?> ids) {
		return this.ids.identifiers(ids, this.ids.names());
	}

}
