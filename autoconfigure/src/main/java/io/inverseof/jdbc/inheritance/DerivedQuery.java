package io.inverseof.jdbc.inheritance;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.query.EscapingParameterSource;
import org.springframework.data.jdbc.repository.query.JdbcQueryMethod;
import org.springframework.data.jdbc.repository.query.ParametrizedQuery;
import org.springframework.data.jdbc.repository.query.RowMapperFactory;
import org.springframework.data.relational.repository.query.RelationalParametersParameterAccessor;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * A query that is derived from the name of a method, for a class that shares its table:
 * as Spring Data JDBC would send it, with the condition for the class. Thread-safe.
 */
final class DerivedQuery implements RepositoryQuery {

	private final JdbcQueryMethod method;

	private final JdbcAggregateOperations template;

	private final ResultRows rows;

	private final PartTree tree;

	DerivedQuery(JdbcQueryMethod method, JdbcAggregateOperations template, RowMapperFactory rowMappers) {
		this.method = method;
		this.template = template;
		this.rows = new ResultRows(template.getConverter(), rowMappers);
		this.tree = new PartTree(method.getName(), type());
	}

	private Class<?> type() {
		return this.method.getResultProcessor().getReturnedType().getDomainType();
	}

	@Override
	public JdbcQueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] values) {
		RelationalParametersParameterAccessor accessor = new RelationalParametersParameterAccessor(this.method, values);
		if (this.tree.isDelete()) {
			return delete(accessor);
		}
		ResultProcessor processor = this.method.getResultProcessor().withDynamicProjection(accessor);
		Sort sort = this.method.getParameters().potentiallySortsDynamically() ? accessor.getSort() : Sort.unsorted();
		TypedCreators creators = new TypedCreators(this.tree, this.template, this.method, accessor,
				processor.getReturnedType());
		ParametrizedQuery query = creators.select().createQuery(sort);
		if (this.tree.isExistsProjection()) {
			return jdbc().query(query.getQuery(), parameters(query), ResultSet::next);
		}
		if (this.tree.isCountProjection()) {
			return single(query, this.rows.ofValues(processor));
		}
		RowMapper<?> rowMapper = this.rows.of(processor, type());
		return this.method.isPageQuery() || this.method.isSliceQuery()
				? part(accessor.getPageable(), query, rowMapper, creators) : all(query, rowMapper);
	}

	private @Nullable Object all(ParametrizedQuery query, RowMapper<?> rowMapper) {
		if (this.method.isStreamQuery()) {
			return jdbc().queryForStream(query.getQuery(), parameters(query), rowMapper);
		}
		return this.method.isCollectionQuery() ? list(query, rowMapper) : single(query, rowMapper);
	}

	private Object part(Pageable pageable, ParametrizedQuery query, RowMapper<?> rowMapper, TypedCreators creators) {
		List<?> found = list(query, rowMapper);
		if (this.method.isPageQuery()) {
			return PageableExecutionUtils.getPage(new ArrayList<Object>(found), pageable, () -> count(creators));
		}
		boolean more = pageable.isPaged() && found.size() > pageable.getPageSize();
		return new SliceImpl<Object>(new ArrayList<>(more ? found.subList(0, pageable.getPageSize()) : found), pageable,
				more);
	}

	private long count(TypedCreators creators) {
		ParametrizedQuery query = creators.count().createQuery(Sort.unsorted());
		Long count = jdbc().queryForObject(query.getQuery(), parameters(query), Long.class);
		return (count != null) ? count : 0;
	}

	private List<?> list(ParametrizedQuery query, RowMapper<?> rowMapper) {
		List<?> found = jdbc().query(query.getQuery(), parameters(query), new RowMapperResultSetExtractor<>(rowMapper));
		return (found != null) ? found : List.of();
	}

	private @Nullable Object single(ParametrizedQuery query, RowMapper<?> rowMapper) {
		try {
			return jdbc().queryForObject(query.getQuery(), parameters(query), rowMapper);
		}
		catch (EmptyResultDataAccessException ex) {
			return null;
		}
	}

	private Object delete(RelationalParametersParameterAccessor accessor) {
		TypedStatements statements = new TypedStatements(this.template.getConverter(),
				this.template.getDataAccessStrategy());
		int deleted = statements.delete(type(), new CriteriaCreator(this.tree, accessor).createQuery());
		Class<?> returned = this.method.getReturnedObjectType();
		boolean asked = returned == boolean.class || returned == Boolean.class;
		return asked ? (Object) (deleted > 0) : (Object) deleted;
	}

	private NamedParameterJdbcOperations jdbc() {
		return this.template.getDataAccessStrategy().getJdbcOperations();
	}

	private SqlParameterSource parameters(ParametrizedQuery query) {
		return new EscapingParameterSource(query.getParameterSource(),
				this.template.getDataAccessStrategy().getDialect().getLikeEscaper());
	}

}
