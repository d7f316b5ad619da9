package io.inverseof.jdbc;

import java.util.Optional;
import java.util.function.Supplier;

import io.inverseof.jdbc.batch.AggregateBatching;
import io.inverseof.jdbc.batch.ThroughSelects;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * A strategy that an application made itself, with all that it configured, which cannot
 * be asked for. Because its JDBC operations cannot be exchanged, the scope is opened
 * here; only the results of its streams do not know each other, and its aggregates load
 * their collections each for itself.
 */
final class AdoptedDataAccessStrategy extends TrackingDataAccessStrategy {

	private final RuntimeSupplier runtime;

	AdoptedDataAccessStrategy(DataAccessStrategy stock, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime, AggregateBatching batching, ThroughSelects throughSelects) {
		super(stock, queryOperations, runtime, batching, null, throughSelects);
		this.runtime = runtime;
	}

	private <T extends @Nullable Object> T scoped(Supplier<T> query) {
		return QueryScope.open(this.runtime.get()).call(query);
	}

	@Override
	public <T extends @Nullable Object> T findById(Object id, Class<T> domainType) {
		return scoped(() -> super.findById(id, domainType));
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType) {
		return scoped(() -> super.findAll(domainType));
	}

	@Override
	public <T> Iterable<T> findAllById(Iterable<?> ids, Class<T> domainType) {
		return scoped(() -> super.findAllById(ids, domainType));
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType, Sort sort) {
		return scoped(() -> super.findAll(domainType, sort));
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType, Pageable pageable) {
		return scoped(() -> super.findAll(domainType, pageable));
	}

	@Override
	public <T> Optional<T> findOne(Query query, Class<T> domainType) {
		return scoped(() -> super.findOne(query, domainType));
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType) {
		return scoped(() -> super.findAll(query, domainType));
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType, Pageable pageable) {
		return scoped(() -> super.findAll(query, domainType, pageable));
	}

}
