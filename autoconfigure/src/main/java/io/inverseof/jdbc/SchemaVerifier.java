package io.inverseof.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.jdbc.inheritance.HiddenColumn;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Violations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Finds tables and columns of associations that exist in another case only.
 * {@code @Table("authors")} is quoted by Spring Data JDBC and therefore case-sensitive,
 * which otherwise shows up at the first query, as a table that is not found. A database
 * that cannot be reached or does not distinguish case is left alone.
 *
 * @since 0.1.0
 */
public final class SchemaVerifier {

	private static final Log logger = LogFactory.getLog(SchemaVerifier.class);

	private final InverseMappingContext context;

	private final JdbcOperations operations;

	private final StoredNames names;

	/**
	 * Creates the verifier.
	 * @param context the mapping context
	 * @param operations reach the database
	 * @param dialect renders names
	 */
	public SchemaVerifier(InverseMappingContext context, JdbcOperations operations, Dialect dialect) {
		this.context = context;
		this.operations = operations;
		this.names = new StoredNames(dialect);
	}

	/**
	 * Gathers what is wrong with the entities at both sides of all associations.
	 * @param model the associations
	 * @param violations where to
	 */
	public void verify(AssociationModel model, Violations violations) {
		Set<Class<?>> entities = new LinkedHashSet<>();
		for (AssociationProperty property : model.all()) {
			entities.add(property.owner());
			if (!property.isPolymorphic()) {
				entities.add(property.target());
			}
		}
		if (entities.isEmpty()) {
			return;
		}
		try {
			this.operations.execute((ConnectionCallback<Boolean>) (connection) -> {
				verify(connection, entities, violations);
				return Boolean.TRUE;
			});
		}
		catch (DataAccessException ex) {
			logger.debug("Names of tables and columns could not be checked", ex);
		}
	}

	private void verify(Connection connection, Set<Class<?>> entities, Violations violations) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		if (!metaData.supportsMixedCaseQuotedIdentifiers()) {
			return;
		}
		Names tables = tables(metaData, connection);
		for (Class<?> type : entities) {
			RelationalPersistentEntity<?> entity = this.context.getPersistentEntity(type);
			if (entity != null) {
				verify(entity, tables, metaData, connection, violations);
			}
		}
	}

	private void verify(RelationalPersistentEntity<?> entity, Names tables, DatabaseMetaData metaData,
			Connection connection, Violations violations) throws SQLException {
		String table = this.names.render(entity.getTableName());
		if (tables.contains(table)) {
			verifyColumns(entity, table, columns(metaData, connection, table), violations);
			return;
		}
		String other = tables.inOtherCase(table);
		if (other != null && !existsElsewhere(metaData, connection, table)) {
			violations.add(("%s is mapped to the table \"%s\", which does not exist, but there is \"%s\". The value of "
					+ "@Table is quoted and therefore case-sensitive: write @Table(\"%s\"), or leave the value out and let "
					+ "the naming strategy find the name in the case of the database.")
				.formatted(entity.getType().getSimpleName(), table, other, other));
		}
	}

	private void verifyColumns(RelationalPersistentEntity<?> entity, String table, Names columns,
			Violations violations) {
		AggregatePath root = this.context.getAggregatePath(entity);
		for (RelationalPersistentProperty property : entity) {
			if (property.isEntity() || property.isEmbedded() || property.isQualified()
					|| property instanceof HiddenColumn
					|| (property instanceof AssociationPersistentProperty association
							&& association.compositeId(this.context) != null)) {
				continue;
			}
			String column = this.names.render(root.append(property).getColumnInfo().name());
			String other = columns.contains(column) ? null : columns.inOtherCase(column);
			if (other != null) {
				violations.add(
						("%s.%s is mapped to the column \"%s\" of \"%s\", which does not exist, but there is \"%s\". The "
								+ "value of @Column is quoted and therefore case-sensitive: write @Column(\"%s\").")
							.formatted(entity.getType().getSimpleName(), property.getName(), column, table, other,
									other));
			}
		}
	}

	private static Names tables(DatabaseMetaData metaData, Connection connection) throws SQLException {
		try (ResultSet tables = metaData.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
			return Names.of(tables, "TABLE_NAME");
		}
	}

	private static Names columns(DatabaseMetaData metaData, Connection connection, String table) throws SQLException {
		try (ResultSet columns = metaData.getColumns(connection.getCatalog(), connection.getSchema(),
				StoredNames.pattern(metaData, table), "%")) {
			return Names.of(columns, "COLUMN_NAME");
		}
	}

	private static boolean existsElsewhere(DatabaseMetaData metaData, Connection connection, String table)
			throws SQLException {
		try (ResultSet tables = metaData.getTables(connection.getCatalog(), null, StoredNames.pattern(metaData, table),
				null)) {
			return tables.next();
		}
	}

	/**
	 * Names that exist.
	 */
	private record Names(List<String> names) {

		static Names of(ResultSet rows, String column) throws SQLException {
			List<String> names = new ArrayList<>();
			while (rows.next()) {
				names.add(rows.getString(column));
			}
			return new Names(names);
		}

		boolean contains(String name) {
			return this.names.contains(name);
		}

		@Nullable String inOtherCase(String name) {
			return this.names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
		}

	}

}
