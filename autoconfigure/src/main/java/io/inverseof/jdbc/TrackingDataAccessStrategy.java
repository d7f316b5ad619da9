package io.inverseof.jdbc;

import java.util.List;
import java.util.function.Function;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.jdbc.batch.AggregateBatching;
import io.inverseof.jdbc.batch.KeyedSelects;
import io.inverseof.model.AggregateCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.InsertSubject;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Spring Data JDBC's own strategy, with two ears: collections are read as part of the
 * aggregate around them, and what is written or deleted leaves the cache.
 *
 * @since 0.1.0
 */
public class TrackingDataAccessStrategy extends DelegatingDataAccessStrategy {

	private final NamedParameterJdbcOperations queryOperations;

	private final RuntimeSupplier runtime;

	private final @Nullable AggregateBatching batching;

	private final @Nullable KeyedSelects keyedSelects;

	/**
	 * Creates a strategy that reads each collection inside an aggregate by itself.
	 * @param delegate Spring Data JDBC's strategy
	 * @param queryOperations what query methods of repositories are to use
	 * @param runtime connects associations
	 */
	public TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime) {
		this(delegate, queryOperations, runtime, null, null);
	}

	/**
	 * Creates a strategy that reads the collections inside several aggregates together.
	 * @param delegate Spring Data JDBC's strategy
	 * @param queryOperations what query methods of repositories are to use
	 * @param runtime connects associations
	 * @param batching reads the collections, or {@code null}
	 */
	public TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime, @Nullable AggregateBatching batching) {
		this(delegate, queryOperations, runtime, batching, null);
	}

	TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime, @Nullable AggregateBatching batching, @Nullable KeyedSelects keyedSelects) {
		super(delegate);
		this.batching = batching;
		this.keyedSelects = keyedSelects;
		this.queryOperations = queryOperations;
		this.runtime = runtime;
	}

	@Override
	public NamedParameterJdbcOperations getJdbcOperations() {
		return this.queryOperations;
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType) {
		List<T> found = (this.keyedSelects != null) ? this.keyedSelects.find(query, domainType) : null;
		return (found != null) ? found : super.findAll(query, domainType);
	}

	@Override
	public Iterable<Object> findAllByPath(Identifier identifier,
			PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
		QueryScope scope = QueryScope.current();
		if (scope == null) {
			return super.findAllByPath(identifier, path);
		}
		Function<@Nullable AggregateCollection, Iterable<Object>> single = (collection) -> scope
			.insideAggregate(collection, () -> super.findAllByPath(identifier, path));
		return (this.batching != null) ? scope.collections(this.batching).findAllByPath(identifier, path, single::apply)
				: single.apply(null);
	}

	@Override
	public <T> @Nullable Object insert(T instance, Class<T> domainType, Identifier identifier,
			IdValueSource idValueSource) {
		return write(instance, () -> super.insert(instance, domainType, identifier, idValueSource));
	}

	@Override
	public <T> @Nullable Object[] insert(List<InsertSubject<T>> insertSubjects, Class<T> domainType,
			IdValueSource idValueSource) {
		AssociationRuntime runtime = this.runtime.get();
		insertSubjects.forEach((subject) -> runtime.beforeWrite(subject.getInstance()));
		@Nullable Object[] ids = WriteScope.write(() -> super.insert(insertSubjects, domainType, idValueSource));
		insertSubjects.forEach((subject) -> runtime.written(subject.getInstance()));
		return ids;
	}

	@Override
	public <S> boolean update(S instance, Class<S> domainType) {
		this.runtime.get().beforeUpdate(instance);
		return write(instance, () -> super.update(instance, domainType));
	}

	@Override
	public <S> boolean updateWithVersion(S instance, Class<S> domainType, Number nextVersion) {
		this.runtime.get().beforeUpdate(instance);
		return write(instance, () -> super.updateWithVersion(instance, domainType, nextVersion));
	}

	@Override
	public <T> int upsert(T instance, Class<? super T> domainType) {
		this.runtime.get().beforeUpdate(instance);
		return write(instance, () -> super.upsert(instance, domainType));
	}

	private <R extends @Nullable Object> R write(Object instance, Supplier<R> statement) {
		AssociationRuntime runtime = this.runtime.get();
		runtime.beforeWrite(instance);
		R result = WriteScope.write(statement);
		runtime.written(instance);
		return result;
	}

	@Override
	public void delete(Object id, Class<?> domainType) {
		delete((runtime) -> runtime.deleted(domainType, id), () -> super.delete(id, domainType));
	}

	@Override
	public void delete(Iterable<Object> ids, Class<?> domainType) {
		delete((runtime) -> ids.forEach((id) -> runtime.deleted(domainType, id)), () -> super.delete(ids, domainType));
	}

	@Override
	public <T> void deleteWithVersion(Object id, Class<T> domainType, Number previousVersion) {
		delete((runtime) -> runtime.deleted(domainType, id),
				() -> super.deleteWithVersion(id, domainType, previousVersion));
	}

	@Override
	public <T> void deleteAll(Class<T> domainType) {
		delete((runtime) -> runtime.deletedAll(domainType), () -> super.deleteAll(domainType));
	}

	/**
	 * Tells it before, in case the statement fails half way, and after it, because others
	 * may have read the rows in between.
	 */
	private void delete(Consumer<AssociationRuntime> deleted, Runnable statement) {
		AssociationRuntime runtime = this.runtime.get();
		deleted.accept(runtime);
		statement.run();
		deleted.accept(runtime);
	}

}
