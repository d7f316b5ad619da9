package io.inverseof.jdbc.saving;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.jdbc.StoredNames;
import io.inverseof.model.AssociationProperty;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Knows which foreign keys may be {@code NULL}. What the database does not tell may be:
 * then the statement is sent, and the database has the last word. Asks once for each
 * table. Thread-safe.
 */
final class NullableColumns {

	private static final Log logger = LogFactory.getLog(NullableColumns.class);

	private final JdbcConverter converter;

	private final JdbcOperations operations;

	private final StoredNames names;

	private final Map<AssociationProperty, Boolean> answers = new ConcurrentHashMap<>();

	private final Map<SqlIdentifier, Set<String>> required = new ConcurrentHashMap<>();

	NullableColumns(JdbcConverter converter, JdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.operations = operations;
		this.names = new StoredNames(dialect);
	}

	/**
	 * Tells whether the key of an association may be {@code NULL}.
	 */
	boolean areNullable(AssociationProperty property) {
		Boolean known = this.answers.get(property);
		return (known != null) ? known : find(property);
	}

	private boolean find(AssociationProperty property) {
		KeyTable table = KeyTable.of(property, this.converter);
		Set<String> required = required(table.entity().getQualifiedTableName());
		if (required == null) {
			return true;
		}
		boolean nullable = table.foreignKey().stream().map(this.names::render).noneMatch(required::contains);
		this.answers.put(property, nullable);
		return nullable;
	}

	/**
	 * The table is not looked up while others wait, because that takes a connection.
	 */
	private @Nullable Set<String> required(SqlIdentifier table) {
		Set<String> known = this.required.get(table);
		if (known != null) {
			return known;
		}
		Set<String> found = find(table);
		if (found != null) {
			this.required.put(table, found);
		}
		return found;
	}

	private @Nullable Set<String> find(SqlIdentifier table) {
		List<String> parts = table.stream().map(this.names::render).toList();
		String name = parts.get(parts.size() - 1);
		String schema = (parts.size() > 1) ? parts.get(parts.size() - 2) : null;
		try {
			return this.operations
				.execute((ConnectionCallback<Set<String>>) (connection) -> find(connection, schema, name));
		}
		catch (DataAccessException ex) {
			logger.debug(LogMessage.format("The columns of %s could not be looked up", table), ex);
			return null;
		}
	}

	/**
	 * A schema may be what JDBC calls a catalog, and a name without quotes is stored in
	 * the case that the database prefers.
	 */
	private static Set<String> find(Connection connection, @Nullable String schema, String table) throws SQLException {
		String catalog = connection.getCatalog();
		for (String name : List.of(table, table.toUpperCase(Locale.ROOT), table.toLowerCase(Locale.ROOT))) {
			Set<String> found = (schema == null) ? find(connection, catalog, connection.getSchema(), name)
					: find(connection, catalog, schema, name);
			if (found == null && schema != null) {
				found = find(connection, schema, null, name);
			}
			if (found != null) {
				return found;
			}
		}
		return Set.of();
	}

	private static @Nullable Set<String> find(Connection connection, @Nullable String catalog, @Nullable String schema,
			String table) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		try (ResultSet columns = metaData.getColumns(catalog, schema, StoredNames.pattern(metaData, table), "%")) {
			boolean exists = false;
			Set<String> required = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
			while (columns.next()) {
				exists = true;
				if (columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls) {
					required.add(columns.getString("COLUMN_NAME"));
				}
			}
			return exists ? required : null;
		}
	}

}
