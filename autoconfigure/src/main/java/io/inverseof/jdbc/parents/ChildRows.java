package io.inverseof.jdbc.parents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.inverseof.jdbc.batch.KeyBinding;
import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.jdbc.inheritance.SharedTableMapping;
import io.inverseof.jdbc.inheritance.TypeConditions;
import io.inverseof.model.SharedTable;
import io.inverseof.jdbc.batch.IdColumns;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Reads what rows refer to. Thread-safe.
 */
final class ChildRows {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final KeyBinding binding;

	private final SqlRenderer renderer;

	ChildRows(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.operations = operations;
		this.binding = new KeyBinding(converter, dialect);
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
	}

	/**
	 * Reads rows that are about to be changed, and keeps others from changing them.
	 */
	List<ChildRow> lock(Class<?> type, List<ParentLink> links, Collection<?> ids) {
		return read(type, links, ids, true);
	}

	/**
	 * Reads rows.
	 */
	List<ChildRow> read(Class<?> type, List<ParentLink> links, Collection<?> ids) {
		return read(type, links, ids, false);
	}

	private List<ChildRow> read(Class<?> type, List<ParentLink> links, Collection<?> ids, boolean locked) {
		if (ids.isEmpty()) {
			return List.of();
		}
		RelationalPersistentEntity<?> entity = entity(type);
		IdColumns columns = IdColumns.of(entity, this.converter);
		Table table = Table.create(entity.getQualifiedTableName());
		List<ChildRow> rows = new ArrayList<>();
		KeyBinding.divide(columns.identifiers(List.copyOf(ids), columns.names())).forEach((some) -> {
			BoundKeys keys = this.binding.bind(some);
			Condition condition = Conditions.nest(keys.condition().on(columns(table, columns.names())));
			rows.addAll(read(type, columns, links, table, ofType(type, table, condition, keys.parameters()),
					keys.parameters(), locked));
		});
		return rows;
	}

	/**
	 * Reads some rows of a class, all of them if there is no condition, and keeps others
	 * from changing them.
	 */
	List<ChildRow> lock(Class<?> type, List<ParentLink> links, @Nullable Condition condition,
			MapSqlParameterSource parameters) {
		RelationalPersistentEntity<?> entity = entity(type);
		Table table = Table.create(entity.getQualifiedTableName());
		return read(type, IdColumns.of(entity, this.converter), links, table,
				ofType(type, table, condition, parameters), parameters, true);
	}

	/**
	 * Rows of other classes may have the same table.
	 */
	private @Nullable Condition ofType(Class<?> type, Table table, @Nullable Condition condition,
			MapSqlParameterSource parameters) {
		Condition restriction = TypeConditions.of(this.converter.getMappingContext(), type, table, parameters);
		return (condition == null || restriction == null) ? ((condition != null) ? condition : restriction)
				: condition.and(restriction);
	}

	private RelationalPersistentEntity<?> entity(Class<?> type) {
		return this.converter.getMappingContext().getRequiredPersistentEntity(type);
	}

	private List<ChildRow> read(Class<?> type, IdColumns ids, List<ParentLink> links, Table table,
			@Nullable Condition condition, MapSqlParameterSource parameters, boolean locked) {
		List<Column> columns = new ArrayList<>(columns(table, ids.names()));
		links.forEach((link) -> columns.addAll(columns(table, link.columns())));
		SharedTable shared = links.isEmpty() ? null : shared(type);
		if (shared != null) {
			columns.add(table.column(mapping().discriminator(type)));
		}
		SelectBuilder.SelectFromAndJoin from = Select.builder().select(columns).from(table);
		SelectBuilder.SelectOrdered rows = (condition != null) ? from.where(condition) : from;
		Select select = locked ? rows.lock(LockMode.PESSIMISTIC_WRITE).build() : rows.build();
		return this.operations.query(this.renderer.render(select), parameters,
				(row, number) -> read(row, ids, links, shared));
	}

	private static List<Column> columns(Table table, List<SqlIdentifier> names) {
		return names.stream().map(table::column).toList();
	}

	/**
	 * What is a key in rows of one class may be nothing in those of another one.
	 */
	private static ChildRow read(ResultSet row, IdColumns ids, List<ParentLink> links, @Nullable SharedTable shared)
			throws SQLException {
		Object id = Objects.requireNonNull(ids.read(row, 1));
		List<@Nullable ParentKey> keys = new ArrayList<>(links.size());
		int last = row.getMetaData().getColumnCount();
		Class<?> rowType = (shared != null) ? shared.classOf(row.getString(last)) : null;
		int column = 1 + ids.names().size();
		for (ParentLink link : links) {
			keys.add((rowType == null || link.isOf(rowType)) ? link.read(row, column) : null);
			column += link.columns().size();
		}
		return new ChildRow(id, keys, rowType);
	}

	private @Nullable SharedTable shared(Class<?> type) {
		return (this.converter.getMappingContext() instanceof SharedTableMapping mapping)
				? mapping.sharedTables().of(type) : null;
	}

	private SharedTableMapping mapping() {
		return (SharedTableMapping) this.converter.getMappingContext();
	}

	/**
	 * Tells whether rows of a class have versions.
	 */
	boolean isVersioned(Class<?> type) {
		return entity(type).hasVersionProperty();
	}

	/**
	 * Tells whether rows of several classes have the table of a class.
	 */
	boolean isShared(Class<?> type) {
		return shared(type) != null;
	}

}
