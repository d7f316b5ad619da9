package io.inverseof.jdbc.batch;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.LinkedCaseInsensitiveMap;

/**
 * The columns of rows that are read ahead. Immutable.
 */
final class BufferedColumns {

	/** What can be read once, or only while its row is the current one. */
	private static final Set<Integer> BOUND_TO_ROW = Set.of(Types.REF, Types.REF_CURSOR, Types.ROWID, Types.SQLXML,
			Types.STRUCT, Types.DATALINK);

	private static final Set<Integer> LARGE = Set.of(Types.BLOB, Types.CLOB, Types.NCLOB);

	private final Map<String, Integer> indexes;

	private final int[] types;

	private BufferedColumns(Map<String, Integer> indexes, int[] types) {
		this.indexes = indexes;
		this.types = types;
	}

	static BufferedColumns of(ResultSetMetaData metaData) throws SQLException {
		int[] types = new int[metaData.getColumnCount()];
		Map<String, Integer> indexes = new LinkedCaseInsensitiveMap<>(types.length);
		for (int i = 0; i < types.length; i++) {
			types[i] = metaData.getColumnType(i + 1);
			indexes.putIfAbsent(JdbcUtils.lookupColumnName(metaData, i + 1), i + 1);
		}
		return new BufferedColumns(indexes, types);
	}

	/**
	 * Tells whether values outlive the move to the next row. A stream is how applications
	 * read what is too large for memory, so its large objects are not kept.
	 */
	boolean canBeKept(boolean streaming) {
		for (int type : this.types) {
			if (BOUND_TO_ROW.contains(type) || (streaming && LARGE.contains(type))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the index of a column, 0 if there is none.
	 */
	int index(String label) {
		return this.indexes.getOrDefault(label, 0);
	}

	BufferedRow read(ResultSet rows) throws SQLException {
		@Nullable Object[] objects = new Object[this.types.length];
		@Nullable DriverView[] views = new DriverView[this.types.length];
		for (int i = 0; i < objects.length; i++) {
			objects[i] = detached(rows.getObject(i + 1));
			views[i] = DriverView.of(rows, i + 1, objects[i]);
		}
		return new BufferedRow(this, objects, views);
	}

	/**
	 * Large objects are handed out as what Spring Data makes of them.
	 */
	private static @Nullable Object detached(@Nullable Object value) throws SQLException {
		if (value instanceof Clob clob) {
			return clob.getSubString(1, (int) clob.length());
		}
		return (value instanceof Blob blob) ? blob.getBytes(1, (int) blob.length()) : value;
	}

}
