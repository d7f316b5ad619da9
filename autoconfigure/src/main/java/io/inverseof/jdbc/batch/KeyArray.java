package io.inverseof.jdbc.batch;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Keys as one parameter, made on the connection of the statement, so that no other one is
 * needed.
 */
final class KeyArray implements SqlTypeValue {

	private final String elementType;

	private final Object[] keys;

	KeyArray(String elementType, Object[] keys) {
		this.elementType = elementType;
		this.keys = keys;
	}

	MapSqlParameterSource addTo(MapSqlParameterSource parameters) {
		return parameters.addValue(KeyCondition.parameter(), this, JDBCType.ARRAY.getVendorTypeNumber());
	}

	@Override
	public void setTypeValue(PreparedStatement statement, int index, int sqlType, @Nullable String typeName)
			throws SQLException {
		statement.setArray(index, statement.getConnection().createArrayOf(this.elementType, this.keys));
	}

	@Override
	public String toString() {
		return Arrays.toString(this.keys);
	}

}
