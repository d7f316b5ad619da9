package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.jdbc.inheritance.SharedTableMapping;
import io.inverseof.jdbc.inheritance.TypeConditions;
import io.inverseof.model.PolymorphicTargets;
import io.inverseof.model.SharedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.MySqlDialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.sql.AssignValue;
import org.springframework.data.relational.core.sql.Assignments;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Expressions;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.Update;
import org.springframework.data.relational.core.sql.UpdateBuilder;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Writes what there is to count into counters, each counter by one statement.
 * Thread-safe.
 */
final class RecountStatements {

	/** Names the rows that are counted, which may be of the same table. */
	private static final String COUNTED = "counted";

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final Dialect dialect;

	private final SqlRenderer renderer;

	RecountStatements(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect) {
		this.converter = converter;
		this.operations = operations;
		this.dialect = dialect;
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
	}

	/**
	 * Counts for all rows of a class.
	 */
	void recountAll(ParentTable table, Class<?> type, Map<ParentColumn, List<ParentLink>> counters) {
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		Condition rows = TypeConditions.of(this.converter.getMappingContext(), type, table.table(), parameters);
		recount(table, counters, rows, parameters);
	}

	/**
	 * Counts for some rows.
	 */
	void recount(ParentTable table, Map<ParentColumn, List<ParentLink>> counters, BoundKeys rows) {
		Condition condition = Conditions
			.nest(rows.condition().on(table.ids().names().stream().map(table.table()::column).toList()));
		recount(table, counters, condition, rows.parameters());
	}

	private void recount(ParentTable parent, Map<ParentColumn, List<ParentLink>> counters, @Nullable Condition rows,
			MapSqlParameterSource parameters) {
		Table table = parent.table();
		counters.forEach((column, links) -> {
			List<String> counts = links.stream().map((link) -> count(parent, link, parameters)).toList();
			AssignValue assignment = Assignments.value(table.column(column.name()),
					Expressions.just(String.join(" + ", counts)));
			UpdateBuilder.UpdateWhere all = Update.builder().table(table).set(assignment);
			UpdateBuilder.BuildUpdate update = (rows != null) ? all.where(rows) : all;
			this.operations.update(this.renderer.render(update.build()), parameters);
		});
	}

	private String count(ParentTable parent, ParentLink link, MapSqlParameterSource parameters) {
		SqlIdentifier childTable = this.converter.getMappingContext()
			.getRequiredPersistentEntity(link.property().owner())
			.getQualifiedTableName();
		List<SqlIdentifier> ids = parent.ids().names();
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			conditions.add("%s.%s = %s.%s".formatted(COUNTED, sql(link.columns().get(i)), sql(parent.name()),
					sql(ids.get(i))));
		}
		if (link.property().isPolymorphic()) {
			String type = "inverseof_type_of_" + parameters.getValues().size();
			parameters.addValue(type, PolymorphicTargets.nameOf(parent.entity().getType()));
			conditions.add("%s.%s = :%s".formatted(COUNTED, sql(link.columns().get(ids.size())), type));
		}
		addType(link.property().owner(), conditions, parameters);
		return "(SELECT COUNT(*) FROM %s %s WHERE %s)".formatted(source(childTable, parent), COUNTED,
				String.join(" AND ", conditions));
	}

	/**
	 * Rows of other classes may have the same table.
	 */
	private void addType(Class<?> type, List<String> conditions, MapSqlParameterSource parameters) {
		if (this.converter.getMappingContext() instanceof SharedTableMapping mapping) {
			SharedTable shared = mapping.sharedTables().restricting(type);
			if (shared != null) {
				String values = "inverseof_counted_" + parameters.getValues().size();
				parameters.addValue(values, shared.values(type));
				conditions.add("%s.%s IN (:%s)".formatted(COUNTED, sql(mapping.discriminator(type)), values));
			}
		}
	}

	/**
	 * MySQL does not read a table that it changes, except by way of another one.
	 */
	private String source(SqlIdentifier child, ParentTable parent) {
		boolean same = child.equals(parent.name());
		return (same && this.dialect instanceof MySqlDialect) ? "(SELECT * FROM " + sql(child) + ")" : sql(child);
	}

	private String sql(SqlIdentifier name) {
		return name.toSql(this.dialect.getIdentifierProcessing());
	}

}
