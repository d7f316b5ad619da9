package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.inverseof.jdbc.batch.IdColumns;
import io.inverseof.jdbc.batch.KeyBinding;
import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.jdbc.inheritance.SharedTableMapping;
import io.inverseof.jdbc.inheritance.TypeConditions;
import io.inverseof.model.SharedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Finds out of which classes rows are that are known by their ids alone. Thread-safe;
 * uses the transaction of the calling thread.
 */
final class RowClasses {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final KeyBinding binding;

	private final SqlRenderer renderer;

	RowClasses(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.operations = operations;
		this.binding = new KeyBinding(converter, dialect);
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
	}

	/**
	 * Returns the table that a class shares, or {@code null} if all of its rows are of
	 * exactly that class.
	 */
	@Nullable SharedTable table(Class<?> type) {
		return (this.converter.getMappingContext() instanceof SharedTableMapping mapping)
				? mapping.sharedTables().of(type) : null;
	}

	/**
	 * Returns a class and those whose rows are among its rows.
	 */
	List<Class<?>> family(Class<?> type) {
		List<Class<?>> family = new ArrayList<>(List.of(type));
		SharedTable table = table(type);
		if (table != null) {
			family.addAll(table.subclassesOf(type));
		}
		return family;
	}

	/**
	 * Returns the classes of some rows, without those of other classes than the one that
	 * is asked for.
	 */
	Map<Object, Class<?>> of(SharedTable table, Class<?> type, Collection<?> ids) {
		Map<Object, Class<?>> classes = new LinkedHashMap<>();
		Rows rows = new Rows(table, type);
		List<Identifier> keys = rows.ids.identifiers(List.copyOf(ids), rows.ids.names());
		for (List<Identifier> some : keys.isEmpty() ? List.<List<Identifier>>of() : KeyBinding.divide(keys)) {
			BoundKeys bound = this.binding.bind(some);
			List<Column> columns = rows.ids.names().stream().map(rows.table::column).toList();
			rows.read(Conditions.nest(bound.condition().on(columns)), bound.parameters(), classes);
		}
		return classes;
	}

	/**
	 * Returns the classes of all rows of a class.
	 */
	Map<Object, Class<?>> of(SharedTable table, Class<?> type) {
		Map<Object, Class<?>> classes = new LinkedHashMap<>();
		new Rows(table, type).read(null, new MapSqlParameterSource(), classes);
		return classes;
	}

	/**
	 * Rows of one class.
	 */
	private final class Rows {

		private final SharedTable shared;

		private final Class<?> type;

		private final IdColumns ids;

		private final Table table;

		Rows(SharedTable shared, Class<?> type) {
			this.shared = shared;
			this.type = type;
			this.ids = IdColumns.of(RowClasses.this.converter.getMappingContext().getRequiredPersistentEntity(type),
					RowClasses.this.converter);
			this.table = Table.create(this.ids.table());
		}

		void read(@Nullable Condition keys, MapSqlParameterSource parameters, Map<Object, Class<?>> classes) {
			Condition condition = (keys != null) ? keys : Conditions.unrestricted();
			Condition ofType = TypeConditions.of(RowClasses.this.converter.getMappingContext(), this.type, this.table,
					parameters);
			condition = (ofType != null) ? condition.and(ofType) : condition;
			String sql = RowClasses.this.renderer
				.render(StatementBuilder.select(columns()).from(this.table).where(condition).build());
			int last = this.ids.names().size() + 1;
			RowCallbackHandler reading = (row) -> classes.put(this.ids.read(row),
					this.shared.classOf(row.getString(last)));
			RowClasses.this.operations.query(sql, parameters, reading);
		}

		private List<Column> columns() {
			List<SqlIdentifier> names = new ArrayList<>(this.ids.names());
			names.add(((SharedTableMapping) RowClasses.this.converter.getMappingContext()).discriminator(this.type));
			return names.stream().map(this.table::column).toList();
		}

	}

}
