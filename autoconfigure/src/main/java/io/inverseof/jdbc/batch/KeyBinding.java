package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.jdbc.support.JdbcUtil;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.H2Dialect;
import org.springframework.data.relational.core.dialect.PostgresDialect;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Writes keys as parameters, each one as Spring Data JDBC would: as an array where the
 * database compares with one well, as a padded list elsewhere. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyBinding {

	private static final Map<Class<?>, String> UNNAMED = Map.of(UUID.class, "uuid");

	/**
	 * Not texts, for a database may find a type for one parameter that it does not find
	 * for an array.
	 */
	private static final List<Class<?>> IN_ARRAYS = List.of(Long.class, Integer.class, Short.class, UUID.class);

	private final JdbcConverter converter;

	private final @Nullable JdbcArrayColumns arrays;

	/**
	 * Creates the binding.
	 * @param converter writes the values
	 * @param dialect of the database
	 */
	public KeyBinding(JdbcConverter converter, Dialect dialect) {
		this.converter = converter;
		boolean comparesArrays = dialect instanceof PostgresDialect || dialect instanceof H2Dialect;
		this.arrays = (comparesArrays && JdbcDialect.getArraySupport(dialect).isSupported())
				? JdbcDialect.getArraySupport(dialect) : null;
	}

	/**
	 * Divides keys among statements.
	 * @param keys at least one key, all of the same columns
	 * @return keys that one statement can ask for
	 */
	public static List<List<Identifier>> divide(List<Identifier> keys) {
		int most = KeyLists.most(keys.get(0).size());
		List<List<Identifier>> divided = new ArrayList<>(1);
		for (int from = 0; from < keys.size(); from += most) {
			divided.add(keys.subList(from, Math.min(keys.size(), from + most)));
		}
		return divided;
	}

	/**
	 * Makes keys ready to be sent.
	 * @param keys the keys of one statement
	 * @return the keys
	 */
	public BoundKeys bind(List<Identifier> keys) {
		List<SqlIdentifier> columns = List.copyOf(keys.get(0).toMap().keySet());
		List<List<JdbcValue>> values = keys.stream().map(this::written).toList();
		KeyArray array = (columns.size() == 1)
				? array(values.stream().<@Nullable Object>map((key) -> key.get(0).getValue()).toList()) : null;
		if (array != null) {
			return new BoundKeys(KeyCondition.array(columns), array.addTo(new MapSqlParameterSource()));
		}
		KeyCondition condition = KeyCondition.padded(columns, keys.size(), KeyLists.most(columns.size()));
		return new BoundKeys(condition, list(values, condition.markers()));
	}

	/**
	 * Makes keys ready to be sent, one alone as a list.
	 */
	BoundKeys bindFew(List<Identifier> keys) {
		if (keys.size() > 1) {
			return bind(keys);
		}
		List<SqlIdentifier> columns = List.copyOf(keys.get(0).toMap().keySet());
		return new BoundKeys(KeyCondition.padded(columns, 1, 1), list(List.of(written(keys.get(0))), 1));
	}

	private List<JdbcValue> written(Identifier key) {
		List<JdbcValue> values = new ArrayList<>(key.size());
		key.forEach((name, value, type) -> values
			.add(this.converter.writeJdbcValue(value, type, JdbcUtil.targetSqlTypeFor(type))));
		return values;
	}

	/**
	 * Makes an array of keys that are written already, or {@code null} if they are to be
	 * a list.
	 */
	@Nullable KeyArray array(List<? extends @Nullable Object> keys) {
		Object first = keys.get(0);
		if (this.arrays == null || first == null || !IN_ARRAYS.contains(first.getClass())) {
			return null;
		}
		for (Object key : keys) {
			if (key == null || key.getClass() != first.getClass()) {
				return null;
			}
		}
		return new KeyArray(elementType(first.getClass(), this.arrays), keys.toArray());
	}

	private static String elementType(Class<?> type, JdbcArrayColumns arrays) {
		String unnamed = UNNAMED.get(type);
		return (unnamed != null) ? unnamed : arrays.getArrayTypeName(arrays.getSqlType(type));
	}

	/**
	 * The last key fills the room that is left.
	 */
	private static MapSqlParameterSource list(List<List<JdbcValue>> keys, int markers) {
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		for (int key = 0; key < markers; key++) {
			List<JdbcValue> values = keys.get(Math.min(key, keys.size() - 1));
			for (int column = 0; column < values.size(); column++) {
				JdbcValue value = values.get(column);
				parameters.addValue(KeyCondition.parameter(key, column), value.getValue(),
						value.getJdbcType().getVendorTypeNumber());
			}
		}
		return parameters;
	}

	/**
	 * Keys that are ready to be sent.
	 *
	 * @param condition how the statement asks for them
	 * @param parameters the keys
	 * @since 0.1.0
	 */
	public record BoundKeys(KeyCondition condition, MapSqlParameterSource parameters) {
	}

}
