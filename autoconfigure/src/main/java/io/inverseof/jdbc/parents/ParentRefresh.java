package io.inverseof.jdbc.parents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.RowValues;
import io.inverseof.jdbc.batch.KeyBinding;
import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Brings objects in memory up to date with rows that were changed by statements of their
 * own. Thread-safe.
 */
final class ParentRefresh {

	private final AggregateGraph graph;

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final KeyBinding binding;

	private final SqlRenderer renderer;

	ParentRefresh(AggregateGraph graph, JdbcConverter converter, NamedParameterJdbcOperations operations,
			Dialect dialect) {
		this.graph = graph;
		this.converter = converter;
		this.operations = operations;
		this.binding = new KeyBinding(converter, dialect);
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
	}

	/**
	 * Reads what rows have now, if there are objects of them.
	 * @param rows the columns that changed, for each row
	 * @param increased whether the versions of the rows went up by one
	 */
	void refresh(Map<ParentKey, Set<ParentColumn>> rows, ParentObjects objects, boolean increased) {
		Map<ParentKey, List<Object>> present = new HashMap<>();
		rows.keySet().forEach((key) -> {
			List<Object> found = objects.of(key);
			if (!found.isEmpty()) {
				present.put(key, found);
			}
		});
		ParentStatements.byTable(present.keySet()).forEach((table, ids) -> {
			Set<ParentColumn> columns = new LinkedHashSet<>();
			ids.forEach((id) -> columns.addAll(rows.getOrDefault(new ParentKey(table, id), Set.of())));
			read(table, ids, List.copyOf(columns)).forEach((row) -> present.getOrDefault(row.key(), List.of())
				.forEach((object) -> update(object, row, increased)));
		});
	}

	private List<Row> read(ParentTable parent, List<Object> ids, List<ParentColumn> columns) {
		Table table = parent.table();
		List<SqlIdentifier> names = new ArrayList<>(parent.ids().names());
		columns.forEach((column) -> names.add(column.name()));
		ParentColumn version = parent.version();
		if (version != null) {
			names.add(version.name());
		}
		List<Row> rows = new ArrayList<>();
		KeyBinding.divide(parent.ids().identifiers(ids, parent.ids().names())).forEach((some) -> {
			BoundKeys keys = this.binding.bind(some);
			Select select = Select.builder()
				.select(names.stream().map(table::column).toList())
				.from(table)
				.where(Conditions.nest(keys.condition().on(parent.ids().names().stream().map(table::column).toList())))
				.build();
			rows.addAll(this.operations.query(this.renderer.render(select), keys.parameters(),
					(row, number) -> read(row, parent, columns, version)));
		});
		return rows;
	}

	private Row read(ResultSet row, ParentTable parent, List<ParentColumn> columns, @Nullable ParentColumn version)
			throws SQLException {
		int next = 1 + parent.ids().names().size();
		Object id = Objects.requireNonNull(parent.ids().read(row, 1));
		Map<ParentColumn, @Nullable Object> values = new HashMap<>();
		for (ParentColumn column : columns) {
			values.put(column, JdbcUtils.getResultSetValue(row, next));
			next++;
		}
		Number found = (version != null) ? (Number) JdbcUtils.getResultSetValue(row, next) : null;
		return new Row(new ParentKey(parent, id), values, found);
	}

	private void update(Object object, Row row, boolean increased) {
		RowValues values = new RowValues();
		row.values().forEach((column, value) -> {
			ParentColumn own = row.key().table().column(object.getClass(), column.name().getReference());
			if (own != null) {
				values.add(own.path(), converted(value, own.property()));
			}
		});
		ParentColumn version = row.key().table().version();
		if (version != null && row.version() != null) {
			addVersion(object, row.version(), increased, values);
		}
		Undo undo = values.writeTo(object);
		CurrentUnit unit = this.graph.currentUnit();
		if (undo != null) {
			this.graph.changed(undo);
		}
		else if (unit != null) {
			unit.remove(object.getClass(), row.key().id());
		}
	}

	private @Nullable Object converted(@Nullable Object value, RelationalPersistentProperty property) {
		Object number = (value == null && property.getType().isPrimitive()) ? Integer.valueOf(0) : value;
		return (number != null) ? this.converter.readValue(number, property.getTypeInformation()) : null;
	}

	/**
	 * An object that is older than the row was stays so.
	 */
	private void addVersion(Object object, Number version, boolean increased, RowValues values) {
		RelationalPersistentProperty property = this.converter.getMappingContext()
			.getRequiredPersistentEntity(object.getClass())
			.getRequiredVersionProperty();
		PersistentPropertyAccessor<Object> accessor = property.getOwner().getPropertyAccessor(object);
		boolean current = accessor.getProperty(property) instanceof Number own
				&& own.longValue() == version.longValue() - 1;
		if (increased && current) {
			values.add(List.of(property), converted(version, property));
		}
	}

	/**
	 * What a row has now.
	 *
	 * @param key the row
	 * @param values of its columns
	 * @param version its version, or {@code null}
	 */
	private record Row(ParentKey key, Map<ParentColumn, @Nullable Object> values, @Nullable Number version) {
	}

	/**
	 * Returns the columns that changed.
	 */
	static Map<ParentKey, Set<ParentColumn>> columns(Map<ParentKey, ParentChange> changes) {
		Map<ParentKey, Set<ParentColumn>> columns = new HashMap<>();
		changes.forEach((key, change) -> {
			Set<ParentColumn> changed = new LinkedHashSet<>(change.counts().keySet());
			changed.addAll(change.touched());
			columns.put(key, changed);
		});
		return columns;
	}

	/**
	 * Returns the same columns for all rows.
	 */
	static Map<ParentKey, Set<ParentColumn>> columns(Collection<ParentKey> keys, Set<ParentColumn> columns) {
		Map<ParentKey, Set<ParentColumn>> all = new HashMap<>();
		keys.forEach((key) -> all.put(key, columns));
		return all;
	}

}
