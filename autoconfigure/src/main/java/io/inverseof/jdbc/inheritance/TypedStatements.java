package io.inverseof.jdbc.inheritance;

import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMapper;
import org.springframework.data.jdbc.repository.query.EscapingParameterSource;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.OptimisticLockingUtils;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Delete;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.SelectBuilder;
import org.springframework.data.relational.core.sql.StatementBuilder;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Sends the statements for subclasses that Spring Data JDBC has no condition for.
 * Thread-safe.
 */
final class TypedStatements {

	private final JdbcConverter converter;

	private final DataAccessStrategy strategy;

	private final QueryMapper mapper;

	private final SqlRenderer renderer;

	private final SubclassRelations relations;

	TypedStatements(JdbcConverter converter, DataAccessStrategy strategy) {
		this.converter = converter;
		this.strategy = strategy;
		this.mapper = new QueryMapper(converter);
		this.renderer = SqlRenderer.create(new RenderContextFactory(strategy.getDialect()).createRenderContext());
		this.relations = new SubclassRelations(converter.getMappingContext());
	}

	void delete(Iterable<?> ids, Class<?> type) {
		for (List<Object> some : KeyChunks.of(toList(ids))) {
			Rows rows = new Rows(type);
			rows.update(rows.delete(rows.withIds(some)));
		}
	}

	void delete(Object id, Class<?> type, Number version) {
		Rows rows = new Rows(type);
		Condition sameVersion = rows
			.mapped(Criteria.where(rows.entity.getRequiredVersionProperty().getName()).is(version));
		int deleted = rows.update(rows.delete(rows.withIds(List.of(id)).and(sameVersion)));
		if (deleted == 0) {
			throw OptimisticLockingUtils.deleteFailed(id, version, rows.entity);
		}
	}

	void deleteAll(Class<?> type) {
		Rows rows = new Rows(type);
		rows.update(rows.delete(rows.ofType()));
	}

	/**
	 * Deletes those rows of a class that meet a condition, with what they have inside.
	 * @return how many there were
	 */
	int delete(Class<?> type, Criteria criteria) {
		Rows rows = new Rows(type);
		Condition condition = rows.matching(criteria);
		this.relations.all(type).forEach((path) -> rows.deleteInside(path, condition));
		return rows.update(rows.delete(condition));
	}

	/**
	 * Deletes what aggregates of a class have in a table inside.
	 * @param path the way to that table from the class or a subclass
	 */
	void delete(Iterable<?> rootIds, PersistentPropertyPath<RelationalPersistentProperty> path, Class<?> type) {
		for (List<Object> some : KeyChunks.of(toList(rootIds))) {
			Rows rows = new Rows(type);
			rows.deleteInside(path, rows.withIds(some));
		}
	}

	/**
	 * Deletes what all aggregates of a class have in a table inside.
	 * @param path the way to that table from the class or a subclass
	 */
	void deleteAll(PersistentPropertyPath<RelationalPersistentProperty> path, Class<?> type) {
		Rows rows = new Rows(type);
		rows.deleteInside(path, rows.ofType());
	}

	void lock(List<Object> ids, LockMode lockMode, Class<?> type) {
		Rows rows = new Rows(type);
		rows.lock(rows.withIds(ids), lockMode);
	}

	void lockAll(LockMode lockMode, Class<?> type) {
		Rows rows = new Rows(type);
		rows.lock(rows.ofType(), lockMode);
	}

	/**
	 * Finds out of which class a row is.
	 * @return what its column holds, or nothing if there is no such row
	 */
	List<@Nullable Object> discriminators(Object id, Class<?> type, @Nullable LockMode lockMode) {
		Rows rows = new Rows(type);
		return rows.discriminators(rows.mapped(rows.ids(List.of(id))), lockMode);
	}

	private RelationalMappingContext context() {
		return this.converter.getMappingContext();
	}

	private static List<Object> toList(Iterable<?> values) {
		return StreamSupport.stream(values.spliterator(), false).<Object>map((value) -> value).toList();
	}

	/**
	 * The rows of a class that one statement is about.
	 */
	private final class Rows {

		private final RelationalPersistentEntity<?> entity;

		private final Table table;

		private final MapSqlParameterSource parameters = new MapSqlParameterSource();

		Rows(Class<?> type) {
			this.entity = context().getRequiredPersistentEntity(type);
			this.table = Table.create(this.entity.getQualifiedTableName());
		}

		Condition ofType() {
			return matching(Criteria.empty());
		}

		Condition withIds(List<Object> ids) {
			return matching(ids(ids));
		}

		Criteria ids(List<Object> ids) {
			Criteria.CriteriaStep id = Criteria.where(this.entity.getRequiredIdProperty().getName());
			return (ids.size() == 1) ? id.is(ids.get(0)) : id.in(ids);
		}

		/**
		 * Which rows meet a condition, if the class has any of its own.
		 */
		Condition matching(Criteria criteria) {
			Condition ofType = TypeConditions.of(context(), this.entity.getType(), this.table, this.parameters);
			if (criteria.isEmpty()) {
				return (ofType != null) ? ofType : Conditions.unrestricted();
			}
			Condition condition = Conditions.nest(mapped(criteria));
			return (ofType != null) ? condition.and(ofType) : condition;
		}

		Condition mapped(Criteria criteria) {
			return TypedStatements.this.mapper.getMappedObject(this.parameters, criteria, this.table, this.entity);
		}

		Delete delete(Condition condition) {
			return StatementBuilder.delete(this.table).where(condition).build();
		}

		int update(Delete delete) {
			return TypedStatements.this.strategy.getJdbcOperations()
				.update(TypedStatements.this.renderer.render(delete), escaped());
		}

		private SqlParameterSource escaped() {
			return new EscapingParameterSource(this.parameters,
					TypedStatements.this.strategy.getDialect().getLikeEscaper());
		}

		void deleteInside(PersistentPropertyPath<RelationalPersistentProperty> path, Condition roots) {
			update(new InnerRows(context(), this.table, roots).delete(context().getAggregatePath(path)));
		}

		List<@Nullable Object> discriminators(Condition condition, @Nullable LockMode lockMode) {
			Column column = this.table.column(((SharedTableMapping) context()).discriminator(this.entity.getType()));
			SelectBuilder.SelectWhereAndOr select = StatementBuilder.select(column).from(this.table).where(condition);
			Select built = (lockMode != null) ? select.lock(lockMode).build() : select.build();
			return TypedStatements.this.strategy.getJdbcOperations()
				.query(TypedStatements.this.renderer.render(built), escaped(), (row, number) -> row.getObject(1));
		}

		void lock(Condition condition, LockMode lockMode) {
			AggregatePath.ColumnInfos ids = context().getAggregatePath(this.entity).getTableInfo().idColumnInfos();
			String sql = TypedStatements.this.renderer
				.render(StatementBuilder.select(this.table.column(ids.any().name()))
					.from(this.table)
					.where(condition)
					.lock(lockMode)
					.build());
			TypedStatements.this.strategy.getJdbcOperations().query(sql, escaped(), (row) -> {
			});
		}

	}

}
