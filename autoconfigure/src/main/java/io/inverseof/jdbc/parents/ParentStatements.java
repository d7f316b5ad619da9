package io.inverseof.jdbc.parents;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.support.JdbcUtil;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Writes counters, timestamps and versions of targets, relative to what they are. Rows of
 * which the same columns change are one batch. Thread-safe.
 */
final class ParentStatements {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final Dialect dialect;

	ParentStatements(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.operations = operations;
		this.dialect = dialect;
	}

	/**
	 * Writes rows in their order.
	 * @param times finds the time for a column
	 */
	void write(Map<ParentKey, ParentChange> rows, BiFunction<ParentKey, ParentColumn, Object> times) {
		String sql = "";
		List<MapSqlParameterSource> batch = new ArrayList<>();
		for (Map.Entry<ParentKey, ParentChange> row : rows.entrySet()) {
			MapSqlParameterSource parameters = new MapSqlParameterSource();
			String next = update(row.getKey(), row.getValue(), times, parameters);
			if (!next.equals(sql)) {
				send(sql, batch);
				batch.clear();
			}
			sql = next;
			batch.add(parameters);
		}
		send(sql, batch);
	}

	private void send(String sql, List<MapSqlParameterSource> batch) {
		if (batch.size() == 1) {
			this.operations.update(sql, batch.get(0));
		}
		else if (!batch.isEmpty()) {
			this.operations.batchUpdate(sql, batch.toArray(MapSqlParameterSource[]::new));
		}
	}

	private String update(ParentKey key, ParentChange change, BiFunction<ParentKey, ParentColumn, Object> times,
			MapSqlParameterSource parameters) {
		List<String> assignments = new ArrayList<>();
		change.counts().forEach((column, difference) -> {
			String name = sql(column.name());
			assignments.add("%s = COALESCE(%s, 0) + %s".formatted(name, name, integer(difference, parameters)));
		});
		change.touched()
			.forEach((column) -> assignments
				.add(sql(column.name()) + " = " + value(column, times.apply(key, column), parameters)));
		ParentColumn version = key.table().version();
		if (version != null) {
			String name = sql(version.name());
			assignments.add("%s = %s + 1".formatted(name, name));
		}
		return "UPDATE %s SET %s WHERE %s".formatted(sql(key.table().name()), String.join(", ", assignments),
				isRow(key, parameters));
	}

	private static String integer(int value, MapSqlParameterSource parameters) {
		return add(value, Types.INTEGER, parameters);
	}

	private String value(ParentColumn column, Object time, MapSqlParameterSource parameters) {
		RelationalPersistentProperty property = column.property();
		JdbcValue value = this.converter.writeJdbcValue(time, this.converter.getColumnType(property),
				this.converter.getTargetSqlType(property));
		return add(value.getValue(), value.getJdbcType().getVendorTypeNumber(), parameters);
	}

	private String isRow(ParentKey key, MapSqlParameterSource parameters) {
		List<String> conditions = new ArrayList<>(1);
		key.table().ids().identifier(key.id(), key.table().ids().names()).forEach((name, part, type) -> {
			JdbcValue value = this.converter.writeJdbcValue(part, type, JdbcUtil.targetSqlTypeFor(type));
			conditions
				.add(sql(name) + " = " + add(value.getValue(), value.getJdbcType().getVendorTypeNumber(), parameters));
		});
		return String.join(" AND ", conditions);
	}

	private static String add(@Nullable Object value, Integer type, MapSqlParameterSource parameters) {
		String name = "inverseof_" + parameters.getValues().size();
		parameters.addValue(name, value, type);
		return ":" + name;
	}

	/**
	 * Lets a row that may be new start with nothing counted.
	 */
	void startCounting(ParentKey key, Collection<ParentColumn> counters) {
		for (ParentColumn counter : counters) {
			MapSqlParameterSource parameters = new MapSqlParameterSource();
			String name = sql(counter.name());
			String sql = "UPDATE %s SET %s = 0 WHERE %s AND %s IS NULL".formatted(sql(key.table().name()), name,
					isRow(key, parameters), name);
			this.operations.update(sql, parameters);
		}
	}

	String sql(SqlIdentifier name) {
		return name.toSql(this.dialect.getIdentifierProcessing());
	}

	/**
	 * Sorts rows by their tables.
	 */
	static Map<ParentTable, List<Object>> byTable(Collection<ParentKey> keys) {
		Map<ParentTable, List<Object>> ids = new LinkedHashMap<>();
		keys.stream()
			.sorted()
			.forEach((key) -> ids.computeIfAbsent(key.table(), (table) -> new ArrayList<>()).add(key.id()));
		return ids;
	}

}
