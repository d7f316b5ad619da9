package io.inverseof.jdbc;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.inverseof.jdbc.batch.LookAheadStream;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.jdbc.support.rowset.SqlRowSet;

/**
 * The JDBC operations that Spring Data JDBC is given, and nobody else: they open a
 * {@link QueryScope} around the rows of each query, and tell when rows are changed in a
 * way nobody else sees.
 */
final class ScopedJdbcOperations implements NamedParameterJdbcOperations {

	private final NamedParameterJdbcOperations delegate;

	private final RuntimeSupplier runtime;

	private final Runnable onUpdate;

	ScopedJdbcOperations(NamedParameterJdbcOperations delegate, RuntimeSupplier runtime, Runnable onUpdate) {
		this.delegate = delegate;
		this.runtime = runtime;
		this.onUpdate = onUpdate;
	}

	/**
	 * Rows are read before the query returns, so one scope around it is enough, and costs
	 * nothing for each row.
	 */
	private <T extends @Nullable Object> T scoped(Supplier<T> query) {
		return QueryScope.open(this.runtime.get()).call(query);
	}

	/**
	 * What maps rows one by one does not notice when more of them were read ahead, other
	 * than an extractor of the application.
	 */
	private <T extends @Nullable Object> List<T> rows(RowMapper<T> rowMapper, Function<RowMapper<T>, List<T>> query,
			Function<ResultSetExtractor<List<T>>, List<T>> queryAhead) {
		QueryScope scope = QueryScope.open(this.runtime.get());
		return scope.call(() -> scope.looksAhead()
				? queryAhead.apply(ahead(scope, new RowMapperResultSetExtractor<>(rowMapper, 0, maxRows())))
				: query.apply(rowMapper));
	}

	private <T extends @Nullable Object> T extracted(ResultSetExtractor<T> extractor,
			Function<ResultSetExtractor<T>, T> query) {
		QueryScope scope = QueryScope.open(this.runtime.get());
		boolean looksAhead = extractor.getClass() == RowMapperResultSetExtractor.class && scope.looksAhead();
		return scope.call(() -> query.apply(looksAhead ? ahead(scope, extractor) : extractor));
	}

	private static <T extends @Nullable Object> ResultSetExtractor<T> ahead(QueryScope scope,
			ResultSetExtractor<T> extractor) {
		return (rows) -> extractor.extractData(scope.lookAhead(rows));
	}

	private int maxRows() {
		return (getJdbcOperations() instanceof JdbcTemplate template) ? template.getMaxRows() : -1;
	}

	/**
	 * Rows of a stream are read later, between other work of the application.
	 */
	private <T extends @Nullable Object> Stream<T> stream(RowMapper<T> rowMapper,
			Function<RowMapper<T>, Stream<T>> query) {
		QueryScope scope = QueryScope.open(this.runtime.get());
		RowMapper<T> scoped = (resultSet, row) -> scope.apply(() -> rowMapper.mapRow(resultSet, row));
		Stream<T> rows = scope.looksAhead() ? LookAheadStream.of(scoped, scope::lookAheadInStream, query)
				: query.apply(scoped);
		int siblings = scope.siblingsInStream();
		return (siblings > 1) ? SiblingStream.of(rows, scope, siblings) : rows;
	}

	@Override
	public JdbcOperations getJdbcOperations() {
		return this.delegate.getJdbcOperations();
	}

	@Override
	public <T extends @Nullable Object> T execute(String sql, SqlParameterSource paramSource,
			PreparedStatementCallback<T> action) {
		return this.delegate.execute(sql, paramSource, action);
	}

	@Override
	public <T extends @Nullable Object> T execute(String sql, Map<String, ?> paramMap,
			PreparedStatementCallback<T> action) {
		return this.delegate.execute(sql, paramMap, action);
	}

	@Override
	public <T extends @Nullable Object> T execute(String sql, PreparedStatementCallback<T> action) {
		return this.delegate.execute(sql, action);
	}

	@Override
	public <T extends @Nullable Object> T query(String sql, SqlParameterSource paramSource, ResultSetExtractor<T> rse) {
		return extracted(rse, (extractor) -> this.delegate.query(sql, paramSource, extractor));
	}

	@Override
	public <T extends @Nullable Object> T query(String sql, Map<String, ?> paramMap, ResultSetExtractor<T> rse) {
		return extracted(rse, (extractor) -> this.delegate.query(sql, paramMap, extractor));
	}

	@Override
	public <T extends @Nullable Object> T query(String sql, ResultSetExtractor<T> rse) {
		return extracted(rse, (extractor) -> this.delegate.query(sql, extractor));
	}

	@Override
	public void query(String sql, SqlParameterSource paramSource, RowCallbackHandler rch) {
		scoped(() -> {
			this.delegate.query(sql, paramSource, rch);
			return Boolean.TRUE;
		});
	}

	@Override
	public void query(String sql, Map<String, ?> paramMap, RowCallbackHandler rch) {
		scoped(() -> {
			this.delegate.query(sql, paramMap, rch);
			return Boolean.TRUE;
		});
	}

	@Override
	public void query(String sql, RowCallbackHandler rch) {
		scoped(() -> {
			this.delegate.query(sql, rch);
			return Boolean.TRUE;
		});
	}

	@Override
	public <T extends @Nullable Object> List<T> query(String sql, SqlParameterSource paramSource,
			RowMapper<T> rowMapper) {
		return rows(rowMapper, (mapper) -> this.delegate.query(sql, paramSource, mapper),
				(extractor) -> this.delegate.query(sql, paramSource, extractor));
	}

	@Override
	public <T extends @Nullable Object> List<T> query(String sql, Map<String, ?> paramMap, RowMapper<T> rowMapper) {
		return rows(rowMapper, (mapper) -> this.delegate.query(sql, paramMap, mapper),
				(extractor) -> this.delegate.query(sql, paramMap, extractor));
	}

	@Override
	public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> rowMapper) {
		return rows(rowMapper, (mapper) -> this.delegate.query(sql, mapper),
				(extractor) -> this.delegate.query(sql, extractor));
	}

	@Override
	public <T extends @Nullable Object> Stream<T> queryForStream(String sql, SqlParameterSource paramSource,
			RowMapper<T> rowMapper) {
		return stream(rowMapper, (mapper) -> this.delegate.queryForStream(sql, paramSource, mapper));
	}

	@Override
	public <T extends @Nullable Object> Stream<T> queryForStream(String sql, Map<String, ?> paramMap,
			RowMapper<T> rowMapper) {
		return stream(rowMapper, (mapper) -> this.delegate.queryForStream(sql, paramMap, mapper));
	}

	@Override
	public <T extends @Nullable Object> T queryForObject(String sql, SqlParameterSource paramSource,
			RowMapper<T> rowMapper) {
		return DataAccessUtils.nullableSingleResult(query(sql, paramSource, rowMapper));
	}

	@Override
	public <T extends @Nullable Object> T queryForObject(String sql, Map<String, ?> paramMap, RowMapper<T> rowMapper) {
		return DataAccessUtils.nullableSingleResult(query(sql, paramMap, rowMapper));
	}

	@Override
	public <T> @Nullable T queryForObject(String sql, SqlParameterSource paramSource, Class<T> requiredType) {
		return this.delegate.queryForObject(sql, paramSource, requiredType);
	}

	@Override
	public <T> @Nullable T queryForObject(String sql, Map<String, ?> paramMap, Class<T> requiredType) {
		return this.delegate.queryForObject(sql, paramMap, requiredType);
	}

	@Override
	public Map<String, @Nullable Object> queryForMap(String sql, SqlParameterSource paramSource) {
		return this.delegate.queryForMap(sql, paramSource);
	}

	@Override
	public Map<String, @Nullable Object> queryForMap(String sql, Map<String, ?> paramMap) {
		return this.delegate.queryForMap(sql, paramMap);
	}

	@Override
	public <T> List<@Nullable T> queryForList(String sql, SqlParameterSource paramSource, Class<T> elementType) {
		return this.delegate.queryForList(sql, paramSource, elementType);
	}

	@Override
	public <T> List<@Nullable T> queryForList(String sql, Map<String, ?> paramMap, Class<T> elementType) {
		return this.delegate.queryForList(sql, paramMap, elementType);
	}

	@Override
	public List<Map<String, @Nullable Object>> queryForList(String sql, SqlParameterSource paramSource) {
		return this.delegate.queryForList(sql, paramSource);
	}

	@Override
	public List<Map<String, @Nullable Object>> queryForList(String sql, Map<String, ?> paramMap) {
		return this.delegate.queryForList(sql, paramMap);
	}

	@Override
	public SqlRowSet queryForRowSet(String sql, SqlParameterSource paramSource) {
		return this.delegate.queryForRowSet(sql, paramSource);
	}

	@Override
	public SqlRowSet queryForRowSet(String sql, Map<String, ?> paramMap) {
		return this.delegate.queryForRowSet(sql, paramMap);
	}

	@Override
	public int update(String sql, SqlParameterSource paramSource) {
		this.onUpdate.run();
		return this.delegate.update(sql, paramSource);
	}

	@Override
	public int update(String sql, Map<String, ?> paramMap) {
		this.onUpdate.run();
		return this.delegate.update(sql, paramMap);
	}

	@Override
	public int update(String sql, SqlParameterSource paramSource, KeyHolder generatedKeyHolder) {
		this.onUpdate.run();
		return this.delegate.update(sql, paramSource, generatedKeyHolder);
	}

	@Override
	public int update(String sql, SqlParameterSource paramSource, KeyHolder generatedKeyHolder,
			String[] keyColumnNames) {
		this.onUpdate.run();
		return this.delegate.update(sql, paramSource, generatedKeyHolder, keyColumnNames);
	}

	@Override
	public int[] batchUpdate(String sql, SqlParameterSource[] batchArgs) {
		this.onUpdate.run();
		return this.delegate.batchUpdate(sql, batchArgs);
	}

	@Override
	public int[] batchUpdate(String sql, Map<String, ?>[] batchValues) {
		this.onUpdate.run();
		return this.delegate.batchUpdate(sql, batchValues);
	}

	@Override
	public int[] batchUpdate(String sql, SqlParameterSource[] batchArgs, KeyHolder generatedKeyHolder) {
		this.onUpdate.run();
		return this.delegate.batchUpdate(sql, batchArgs, generatedKeyHolder);
	}

	@Override
	public int[] batchUpdate(String sql, SqlParameterSource[] batchArgs, KeyHolder generatedKeyHolder,
			String[] keyColumnNames) {
		this.onUpdate.run();
		return this.delegate.batchUpdate(sql, batchArgs, generatedKeyHolder, keyColumnNames);
	}

}
