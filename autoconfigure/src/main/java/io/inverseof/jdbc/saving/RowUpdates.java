package io.inverseof.jdbc.saving;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.inverseof.jdbc.saving.KeyStatements.RowVersion;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.support.JdbcUtil;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * Changes the keys of single rows, as a batch, each under the condition that the row has
 * the version that is known. Thread-safe.
 */
final class RowUpdates {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final KeySql sql;

	RowUpdates(JdbcConverter converter, NamedParameterJdbcOperations operations, KeySql sql) {
		this.converter = converter;
		this.operations = operations;
		this.sql = sql;
	}

	/**
	 * Rows with and without a version need two texts.
	 */
	boolean[] update(KeyTable table, KeyChange change, Object ownerId, List<RowVersion> rows) {
		boolean[] updated = new boolean[rows.size()];
		update(table, change, ownerId, rows, true, updated);
		update(table, change, ownerId, rows, false, updated);
		return updated;
	}

	private void update(KeyTable table, KeyChange change, Object ownerId, List<RowVersion> rows, boolean versioned,
			boolean[] updated) {
		List<Integer> places = new ArrayList<>(rows.size());
		List<MapSqlParameterSource> parameters = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			if (isVersioned(table, rows.get(i)) == versioned) {
				places.add(i);
				parameters.add(parameters(table, ownerId, rows.get(i)));
			}
		}
		if (places.isEmpty()) {
			return;
		}
		int[] counts = send(this.sql.update(table, change, versioned), parameters);
		for (int i = 0; i < counts.length; i++) {
			updated[places.get(i)] = (counts[i] == Statement.SUCCESS_NO_INFO && versioned)
					? isChanged(table, change, parameters.get(i)) : counts[i] != 0;
		}
	}

	private static boolean isVersioned(KeyTable table, RowVersion row) {
		return row.version() != null && table.version() != null;
	}

	private int[] send(String sql, List<MapSqlParameterSource> parameters) {
		return (parameters.size() == 1) ? new int[] { this.operations.update(sql, parameters.get(0)) }
				: this.operations.batchUpdate(sql, parameters.toArray(MapSqlParameterSource[]::new));
	}

	/**
	 * Some drivers do not say how many rows a statement of a batch changed. Without a
	 * version that is as good as one row, for the row was there when it was read; with a
	 * version it is what matters, so the row is looked at.
	 */
	private boolean isChanged(KeyTable table, KeyChange change, MapSqlParameterSource parameters) {
		return !this.operations.queryForList(this.sql.changedRow(table, change), parameters).isEmpty();
	}

	private MapSqlParameterSource parameters(KeyTable table, Object ownerId, RowVersion row) {
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		addAll(parameters, KeySql.KEY, table.key(ownerId));
		addAll(parameters, KeySql.ID, table.id(row.id()));
		RelationalPersistentProperty version = table.entity().getVersionProperty();
		if (version != null && row.version() != null) {
			add(parameters, KeySql.VERSION, versionValue(version, row.version().longValue()));
			add(parameters, KeySql.NEXT_VERSION, versionValue(version, row.version().longValue() + 1));
		}
		return parameters;
	}

	/**
	 * A primitive version and its wrapper are one type of column.
	 */
	@SuppressWarnings("unchecked")
	private JdbcValue versionValue(RelationalPersistentProperty property, long version) {
		Class<? extends Number> type = (Class<? extends Number>) ClassUtils
			.resolvePrimitiveIfNecessary(property.getActualType());
		return this.converter.writeJdbcValue(NumberUtils.convertNumberToTargetClass(version, type),
				this.converter.getColumnType(property), this.converter.getTargetSqlType(property));
	}

	void addAll(MapSqlParameterSource parameters, String prefix, Identifier values) {
		values.forEach((name, value, type) -> add(parameters, prefix + (count(parameters, prefix)),
				this.converter.writeJdbcValue(value, type, JdbcUtil.targetSqlTypeFor(type))));
	}

	private static long count(MapSqlParameterSource parameters, String prefix) {
		return parameters.getValues().keySet().stream().filter((name) -> name.startsWith(prefix)).count();
	}

	private static void add(MapSqlParameterSource parameters, String name, JdbcValue value) {
		parameters.addValue(name, value.getValue(), value.getJdbcType().getVendorTypeNumber());
	}

}
