package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.jdbc.inheritance.TypeConditions;
import io.inverseof.model.AssociationProperty;
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
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.Functions;
import org.springframework.data.relational.core.sql.SQL;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder.BuildSelect;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectAndFrom;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectFromAndJoin;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectFromAndJoinCondition;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectJoin;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectLimitOffset;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectOrdered;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectWhere;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Finds aggregate roots that owners lead to through join aggregates, by one statement
 * each time. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ThroughSelects {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final SqlGeneratorSource generators;

	private final QueryMapper mapper;

	private final SqlRenderer renderer;

	private final KeyBinding binding;

	private final QueryMappingConfiguration queryMapping;

	private final Map<AssociationProperty, ThroughTables> tables = new ConcurrentHashMap<>();

	/**
	 * Creates the selects.
	 * @param converter makes entities of rows
	 * @param operations sends the statements
	 * @param dialect of the database
	 * @param queryMapping how the application maps rows
	 */
	public ThroughSelects(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect,
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
	 * Finds what a query asks for, if it asks for {@link ThroughCriteria}.
	 * @param <T> the type
	 * @param query the query
	 * @param type the type of the roots
	 * @return the roots, or {@code null} if somebody else is to find them
	 */
	public <T> @Nullable List<T> find(Query query, Class<T> type) {
		if (!(query.getCriteria().orElse(null) instanceof ThroughCriteria criteria)) {
			return null;
		}
		Statement statement = new Statement(criteria);
		RowMapper<? extends T> rows = rowMapper(type);
		if (!criteria.isLinking()) {
			return new ArrayList<>(send(statement.rows(query), statement, rows));
		}
		LinkedRows<T> linked = new LinkedRows<>(criteria, statement.tables, this.converter, rows);
		return send(statement.links(query), statement, linked).stream().flatMap(Optional::stream).toList();
	}

	/**
	 * Counts what a query asks for, if it asks for {@link ThroughCriteria}.
	 * @param query the query
	 * @return how many rows there are, or {@code null} if somebody else is to count them
	 */
	public @Nullable Long count(Query query) {
		if (!(query.getCriteria().orElse(null) instanceof ThroughCriteria criteria)) {
			return null;
		}
		Statement statement = new Statement(criteria);
		return this.operations.queryForObject(this.renderer.render(statement.count()), statement.parameters,
				Long.class);
	}

	private <T> List<T> send(Select select, Statement statement, RowMapper<T> rows) {
		return this.operations.query(this.renderer.render(select), statement.parameters, rows);
	}

	@SuppressWarnings("unchecked")
	private <T> RowMapper<? extends T> rowMapper(Class<T> type) {
		RowMapper<? extends T> own = this.queryMapping.getRowMapper(type);
		return (own != null) ? own : new EntityRowMapper<>(
				(RelationalPersistentEntity<T>) this.converter.getMappingContext().getRequiredPersistentEntity(type),
				this.converter);
	}

	private ThroughTables tables(AssociationProperty association) {
		ThroughTables known = this.tables.get(association);
		return (known != null) ? known : this.tables.computeIfAbsent(association,
				(any) -> ThroughTables.of(any, Objects.requireNonNull(any.through()), this.converter));
	}

	/**
	 * One statement with its parameters.
	 */
	private final class Statement {

		private final ThroughCriteria criteria;

		private final ThroughTables tables;

		private final Condition keys;

		private final MapSqlParameterSource parameters;

		Statement(ThroughCriteria criteria) {
			this.criteria = criteria;
			this.tables = tables(criteria.association());
			KeyBinding.BoundKeys bound = ThroughSelects.this.binding
				.bindFew(this.tables.identifiers(criteria.ownerIds()));
			this.parameters = bound.parameters();
			this.keys = bound.condition().on(this.tables.keys());
		}

		/**
		 * Each row once, whatever leads to it.
		 */
		Select rows(Query query) {
			SelectWhere rows = roots();
			return limited(ordered(rows.where(targetConditions(isLedTo())), query), query).build(false);
		}

		Select count() {
			SelectFromAndJoin counted = StatementBuilder
				.select(Functions.count(this.tables.target().column(this.tables.targetIds().names().get(0))))
				.from(this.tables.target());
			return counted.where(targetConditions(isLedTo())).build(false);
		}

		/**
		 * Each row with each owner that leads to it.
		 */
		Select links(Query query) {
			SelectOrdered rows = roots().where(targetConditions(joinConditions()));
			((SelectAndFrom) rows).select(LinkedRows.columns(this.tables));
			SelectFromAndJoinCondition joined = ((SelectJoin) rows).join(this.tables.join())
				.on(this.tables.steps().joinIsTarget());
			SelectOrdered ordered = (this.tables.owner() != null) ? joined.join(this.tables.owner()).on(ownerIsJoin())
					: joined;
			return limited(ordered(ordered, query), query).build(false);
		}

		private Condition ownerIsJoin() {
			return Objects.requireNonNull(this.tables.steps().ownerIsJoin());
		}

		private SelectWhere roots() {
			return ThroughSelects.this.generators.getSqlGenerator(this.tables.targetEntity().getType())
				.createSelectBuilder(this.tables.target(), (path) -> false);
		}

		/**
		 * A row that several join aggregates lead to is found once.
		 */
		private Condition isLedTo() {
			List<Column> columns = this.tables.steps().joinColumns();
			List<Column> targets = this.tables.steps().targetColumns();
			if (columns.size() == 1) {
				return Conditions.in(targets.get(0), joinRows(columns, joinConditions()));
			}
			Select found = joinRows(List.of(SQL.literalOf(1)),
					this.tables.steps().joinIsTarget().and(joinConditions()));
			return Conditions.just("EXISTS (" + ThroughSelects.this.renderer.render(found) + ")");
		}

		private Select joinRows(List<? extends Expression> columns, Condition condition) {
			SelectFromAndJoin joins = StatementBuilder.select(columns).from(this.tables.join());
			Table owner = this.tables.owner();
			return ((owner != null) ? joins.join(owner).on(ownerIsJoin()).where(condition) : joins.where(condition))
				.build(false);
		}

		private Condition joinConditions() {
			Condition condition = this.keys;
			for (ThroughTables.TypeValue type : this.tables.types()) {
				if (!this.tables.target().equals(type.column().getTable())) {
					condition = condition.and(typed(type));
				}
			}
			return filtered(condition, this.criteria.filters().join(), this.tables.join(), this.tables.joinEntity());
		}

		private Condition targetConditions(Condition led) {
			Condition condition = led;
			for (ThroughTables.TypeValue type : this.tables.types()) {
				if (this.tables.target().equals(type.column().getTable())) {
					condition = condition.and(typed(type));
				}
			}
			return filtered(condition, this.criteria.filters().target(), this.tables.target(),
					this.tables.targetEntity());
		}

		private Condition typed(ThroughTables.TypeValue type) {
			String parameter = "inverseof_class_" + this.tables.types().indexOf(type);
			this.parameters.addValue(parameter, type.value());
			return type.column().isEqualTo(SQL.bindMarker(":" + parameter));
		}

		/**
		 * Of a table that several classes share only the rows of the class are wanted.
		 */
		private Condition filtered(Condition condition, @Nullable CriteriaDefinition filter, Table table,
				RelationalPersistentEntity<?> entity) {
			Condition ofClass = TypeConditions.of(ThroughSelects.this.converter.getMappingContext(), entity.getType(),
					table, this.parameters);
			Condition filtered = (filter != null) ? condition.and(mapped(filter, table, entity)) : condition;
			return (ofClass != null) ? filtered.and(ofClass) : filtered;
		}

		private Condition mapped(CriteriaDefinition filter, Table table, RelationalPersistentEntity<?> entity) {
			return Conditions.nest(ThroughSelects.this.mapper.getMappedObject(this.parameters, filter, table, entity));
		}

		private SelectOrdered ordered(SelectOrdered rows, Query query) {
			return query.isSorted() ? rows.orderBy(ThroughSelects.this.mapper.getMappedSort(this.tables.target(),
					query.getSort(), this.tables.targetEntity())) : rows;
		}

		private BuildSelect limited(SelectOrdered rows, Query query) {
			if (query.getLimit() < 0 && query.getOffset() <= 0) {
				return rows;
			}
			SelectLimitOffset limit = (SelectLimitOffset) rows;
			if (query.getLimit() < 0) {
				return (BuildSelect) limit.offset(query.getOffset());
			}
			return (BuildSelect) ((query.getOffset() > 0) ? limit.limitOffset(query.getLimit(), query.getOffset())
					: limit.limit(query.getLimit()));
		}

	}

}
