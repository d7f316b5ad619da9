package io.inverseof.jdbc.batch;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.support.JdbcUtil;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.jdbc.core.RowMapper;

/**
 * Makes one object of a row that comes several times, each time with another owner or
 * another join aggregate, and tells the criteria which owners it came with. Confined to
 * one query.
 *
 * @param <T> the type of the objects
 */
final class LinkedRows<T> implements RowMapper<Optional<T>> {

	private static final String ID = "inverseof_id_";

	private static final String KEY = "inverseof_key_";

	private final ThroughCriteria criteria;

	private final RowMapper<? extends T> delegate;

	private final int idColumns;

	private final int keyColumns;

	private final Map<CollectionKey, Object> owners = new HashMap<>();

	private final Map<List<Object>, Integer> rows = new HashMap<>();

	LinkedRows(ThroughCriteria criteria, ThroughTables tables, JdbcConverter converter,
			RowMapper<? extends T> delegate) {
		this.criteria = criteria;
		this.delegate = delegate;
		this.idColumns = tables.targetIds().names().size();
		this.keyColumns = tables.keys().size();
		List<Identifier> identifiers = tables.identifiers(criteria.ownerIds());
		for (int i = 0; i < identifiers.size(); i++) {
			this.owners.put(written(identifiers.get(i), converter), criteria.ownerIds().get(i));
		}
	}

	private static CollectionKey written(Identifier identifier, JdbcConverter converter) {
		List<Object> values = new ArrayList<>(identifier.size());
		identifier.forEach((name, value, type) -> {
			Object written = converter.writeJdbcValue(value, type, JdbcUtil.targetSqlTypeFor(type)).getValue();
			values.add((written != null) ? written : value);
		});
		return CollectionKey.of(values.toArray());
	}

	/**
	 * What has to be read besides the rows themselves.
	 */
	static List<Expression> columns(ThroughTables tables) {
		List<Expression> columns = new ArrayList<>();
		List<Column> ids = tables.targetIds().names().stream().map(tables.target()::column).toList();
		for (int i = 0; i < ids.size(); i++) {
			columns.add(ids.get(i).as(ID + i));
		}
		for (int i = 0; i < tables.keys().size(); i++) {
			columns.add(tables.keys().get(i).as(KEY + i));
		}
		return columns;
	}

	@Override
	public Optional<T> mapRow(ResultSet row, int number) throws SQLException {
		int next = this.rows.size();
		int position = this.rows.computeIfAbsent(values(row, ID, this.idColumns), (id) -> next);
		this.criteria.link(this.owners.get(CollectionKey.of(values(row, KEY, this.keyColumns).toArray())), position);
		return (position == next) ? Optional.ofNullable(this.delegate.mapRow(row, number)) : Optional.empty();
	}

	private static List<Object> values(ResultSet row, String prefix, int count) throws SQLException {
		List<Object> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			Object value = row.getObject(prefix + i);
			values.add((value instanceof byte[] bytes) ? ByteBuffer.wrap(bytes) : value);
		}
		return values;
	}

}
