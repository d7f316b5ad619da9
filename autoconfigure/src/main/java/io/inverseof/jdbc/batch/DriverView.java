package io.inverseof.jdbc.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a driver makes of a value where drivers do not agree.
 *
 * @param text the value as text
 * @param integer a fraction as an integer, {@code null} for other values
 */
record DriverView(@Nullable String text, @Nullable Long integer) {

	/**
	 * Looks at a value of the current row.
	 * @return the view, or {@code null} if all drivers see the same
	 */
	static @Nullable DriverView of(ResultSet rows, int column, @Nullable Object value) throws SQLException {
		return isPlain(value) ? null
				: new DriverView(rows.getString(column), isFraction(value) ? integer(rows, column) : null);
	}

	private static boolean isPlain(@Nullable Object value) {
		return value == null || value instanceof String || value instanceof Integer || value instanceof Long
				|| value instanceof Short || value instanceof BigInteger || value instanceof UUID
				|| value instanceof byte[];
	}

	private static boolean isFraction(@Nullable Object value) {
		return value instanceof BigDecimal || value instanceof Double || value instanceof Float;
	}

	/**
	 * Some round and some truncate, but a number may also be too large.
	 */
	private static @Nullable Long integer(ResultSet rows, int column) {
		try {
			return rows.getLong(column);
		}
		catch (SQLException ex) {
			return null;
		}
	}

}
