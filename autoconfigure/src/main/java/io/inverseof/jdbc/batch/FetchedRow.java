package io.inverseof.jdbc.batch;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.domain.RowDocument;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A row that a {@link CollectionSelect} found.
 *
 * @param document the row without its key
 * @param key to whom it belongs, {@code null} if there is no telling
 */
record FetchedRow(RowDocument document, @Nullable CollectionKey key) {

	static List<FetchedRow> all(ResultSet rows, int keyColumns) throws SQLException {
		ResultSetMetaData metaData = rows.getMetaData();
		int columns = metaData.getColumnCount() - keyColumns;
		String[] labels = new String[columns];
		for (int i = 0; i < columns; i++) {
			labels[i] = JdbcUtils.lookupColumnName(metaData, i + 1);
		}
		List<FetchedRow> fetched = new ArrayList<>();
		while (rows.next()) {
			fetched.add(new FetchedRow(document(rows, labels), key(rows, columns, keyColumns)));
		}
		return fetched;
	}

	private static RowDocument document(ResultSet rows, String[] labels) throws SQLException {
		RowDocument document = new RowDocument(labels.length);
		for (int i = 0; i < labels.length; i++) {
			Object value = JdbcUtils.getResultSetValue(rows, i + 1);
			document.putIfAbsent(labels[i], (value instanceof Array array) ? array.getArray() : value);
		}
		return document;
	}

	private static @Nullable CollectionKey key(ResultSet rows, int from, int columns) throws SQLException {
		Object[] parts = new Object[columns];
		for (int i = 0; i < columns; i++) {
			Object part = JdbcUtils.getResultSetValue(rows, from + i + 1);
			if (part == null) {
				return null;
			}
			parts[i] = part;
		}
		return CollectionKey.of(parts);
	}

}
