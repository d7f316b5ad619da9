package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.jdbc.inheritance.TypeConditions;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMapper;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.convert.SqlGeneratorSource;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.In;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectLimitOffset;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectOrdered;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectWhere;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Finds aggregate roots by several keys as Spring Data JDBC does, but by one text of SQL
 * however many keys there are, where the database compares a column with an array.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyedSelects {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final SqlGeneratorSource generators;

	private final QueryMapper mapper;

	private final SqlRenderer renderer;

	private final KeyBinding binding;

	private final QueryMappingConfiguration queryMapping;

	/**
	 * Creates the selects.
	 * @param converter makes entities of rows
	 * @param operations sends the statements
	 * @param dialect of the database
	 * @param queryMapping how the application maps rows
	 */
	public KeyedSelects(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect,
			QueryMappingConfiguration queryMapping) {
		this.converter = converter;
		this.operations = operations;
		this.generators = new SqlGeneratorSource(converter, dialect);
		this.mapper = new QueryMapper(converter);
		this.renderer = SqlRenderer.create(new RenderContextFactory(dialect).createRenderContext());
		this.binding = new KeyBinding(converter, dialect);
		this.queryMapping = queryMapping;
	}

	/**
	 * Finds what a query asks for, if it asks for {@link KeyCriteria} that can be an
	 * array.
	 * @param <T> the type
	 * @param query the query
	 * @param type the type of the roots
	 * @return the roots, or {@code null} if somebody else is to find them
	 */
	public <T> @Nullable List<T> find(Query query, Class<T> type) {
		if (!(query.getCriteria().orElse(null) instanceof KeyCriteria criteria)
				|| this.converter.getMappingContext().isSingleQueryLoadingEnabled()) {
			return null;
		}
		Root<T> root = new Root<>(type);
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		Condition condition = root.condition(criteria, parameters);
		if (condition == null) {
			return null;
		}
		String sql = this.renderer.render(root.select(condition, query));
		return new ArrayList<>(this.operations.query(sql, parameters, root.rowMapper()));
	}

	/**
	 * What is selected.
	 */
	private final class Root<T> {

		private final RelationalPersistentEntity<T> entity;

		private final Table table;

		@SuppressWarnings("unchecked")
		Root(Class<T> type) {
			this.entity = (RelationalPersistentEntity<T>) KeyedSelects.this.converter.getMappingContext()
				.getRequiredPersistentEntity(type);
			this.table = Table.create(this.entity.getQualifiedTableName());
		}

		/**
		 * Keys of several columns are not compared by {@code IN}.
		 */
		@Nullable Condition condition(KeyCriteria criteria, MapSqlParameterSource parameters) {
			MapSqlParameterSource keys = new MapSqlParameterSource();
			Condition each = mapped(criteria.keys(), keys);
			KeyArray array = (each instanceof In)
					? KeyedSelects.this.binding.array(new ArrayList<>(keys.getValues().values())) : null;
			if (array == null) {
				return null;
			}
			array.addTo(parameters);
			Condition condition = KeyCondition.inArray(columnOf(each));
			Condition type = TypeConditions.of(KeyedSelects.this.converter.getMappingContext(), this.entity.getType(),
					this.table, parameters);
			condition = (type != null) ? condition.and(type) : condition;
			CriteriaDefinition filter = criteria.filter();
			return (filter != null) ? condition.and(Conditions.nest(mapped(filter, parameters))) : condition;
		}

		private Condition mapped(CriteriaDefinition criteria, MapSqlParameterSource parameters) {
			return KeyedSelects.this.mapper.getMappedObject(parameters, criteria, this.table, this.entity);
		}

		private static Column columnOf(Condition in) {
			List<Column> columns = new ArrayList<>(1);
			in.visit((segment) -> {
				if (segment instanceof Column column) {
					columns.add(column);
				}
			});
			return columns.get(0);
		}

		Select select(Condition condition, Query query) {
			SelectWhere rows = KeyedSelects.this.generators.getSqlGenerator(this.entity.getType())
				.createSelectBuilder(this.table, (path) -> false);
			SelectOrdered ordered = rows.where(condition);
			if (query.isSorted()) {
				ordered = ordered
					.orderBy(KeyedSelects.this.mapper.getMappedSort(this.table, query.getSort(), this.entity));
			}
			return (query.getLimit() > 0)
					? ((SelectOrdered) ((SelectLimitOffset) ordered).limit(query.getLimit())).build() : ordered.build();
		}

		RowMapper<? extends T> rowMapper() {
			RowMapper<? extends T> own = KeyedSelects.this.queryMapping.getRowMapper(this.entity.getType());
			return (own != null) ? own : new EntityRowMapper<>(this.entity, KeyedSelects.this.converter);
		}

	}

}
