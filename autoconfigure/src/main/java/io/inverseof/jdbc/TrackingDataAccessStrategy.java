package io.inverseof.jdbc;

import java.util.List;
import java.util.function.Function;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.jdbc.batch.AggregateBatching;
import io.inverseof.jdbc.batch.KeyedSelects;
import io.inverseof.jdbc.batch.ThroughSelects;
import io.inverseof.jdbc.inheritance.SharedTableStrategy;
import io.inverseof.model.AggregateCollection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.InsertSubject;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.util.Streamable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.util.function.SingletonSupplier;

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

	private final Supplier<ThroughSelects> throughSelects;

	/**
	 * Creates a strategy that reads each collection inside an aggregate by itself.
	 * @param delegate Spring Data JDBC's strategy
	 * @param queryOperations what query methods of repositories are to use
	 * @param runtime connects associations
	 */
	public TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime) {
		this(delegate, queryOperations, runtime, null);
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
		this(SharedTableStrategy.late(delegate, () -> runtime.get().loader().converter(),
				(instance) -> runtime.get().isKnown(instance)), queryOperations, runtime, batching, null,
				SingletonSupplier.of(() -> throughSelects(delegate, runtime)));
	}

	private static ThroughSelects throughSelects(DataAccessStrategy strategy, RuntimeSupplier runtime) {
		ScopedJdbcOperations operations = new ScopedJdbcOperations(strategy.getJdbcOperations(), runtime, () -> {
		});
		return new ThroughSelects(runtime.get().loader().converter(), operations, strategy.getDialect(),
				QueryMappingConfiguration.EMPTY);
	}

	TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime, @Nullable AggregateBatching batching, @Nullable KeyedSelects keyedSelects,
			ThroughSelects throughSelects) {
		this(delegate, queryOperations, runtime, batching, keyedSelects, () -> throughSelects);
	}

	private TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime, @Nullable AggregateBatching batching, @Nullable KeyedSelects keyedSelects,
			Supplier<ThroughSelects> throughSelects) {
		super(delegate);
		this.batching = batching;
		this.keyedSelects = keyedSelects;
		this.throughSelects = throughSelects;
		this.queryOperations = queryOperations;
		this.runtime = runtime;
	}

	@Override
	public NamedParameterJdbcOperations getJdbcOperations() {
		return this.queryOperations;
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType) {
		List<T> found = this.throughSelects.get().find(query, domainType);
		found = (found == null && this.keyedSelects != null) ? this.keyedSelects.find(query, domainType) : found;
		return (found != null) ? found : super.findAll(query, domainType);
	}

	@Override
	public <T> long count(Query query, Class<T> domainType) {
		Long count = this.throughSelects.get().count(query);
		return (count != null) ? count : super.count(query, domainType);
	}

	@Override
	public <T> boolean exists(Query query, Class<T> domainType) {
		Long count = this.throughSelects.get().count(query);
		return (count != null) ? count > 0 : super.exists(query, domainType);
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
		AssociationRuntime runtime = this.runtime.get();
		Identifier row = runtime.newRow(domainType, identifier);
		return writeNew(runtime, List.of(instance),
				() -> write(instance, () -> super.insert(instance, domainType, row, idValueSource)));
	}

	@Override
	public <T> @Nullable Object[] insert(List<InsertSubject<T>> insertSubjects, Class<T> domainType,
			IdValueSource idValueSource) {
		AssociationRuntime runtime = this.runtime.get();
		insertSubjects.forEach((subject) -> runtime.beforeWrite(subject.getInstance()));
		List<InsertSubject<T>> rows = insertSubjects.stream()
			.map((subject) -> InsertSubject.describedBy(subject.getInstance(),
					runtime.newRow(domainType, subject.getIdentifier())))
			.toList();
		List<T> instances = insertSubjects.stream().map(InsertSubject::getInstance).toList();
		@Nullable Object[] ids = writeNew(runtime, instances,
				() -> WriteScope.write(() -> super.insert(rows, domainType, idValueSource)));
		instances.forEach(runtime::written);
		return ids;
	}

	private static <R extends @Nullable Object> R writeNew(AssociationRuntime runtime, List<?> instances,
			Supplier<R> statement) {
		RowObserver.Rows observed = runtime.observer().inserting(instances);
		R result = statement.get();
		instances.forEach(runtime::startCounting);
		observed.written();
		return result;
	}

	@Override
	public <S> boolean update(S instance, Class<S> domainType) {
		this.runtime.get().beforeUpdate(instance);
		RowObserver.Rows observed = this.runtime.get().observer().updating(instance);
		boolean updated = write(instance, () -> super.update(instance, domainType));
		observed.written(updated);
		return updated;
	}

	@Override
	public <S> boolean updateWithVersion(S instance, Class<S> domainType, Number nextVersion) {
		this.runtime.get().beforeUpdate(instance);
		RowObserver.Rows observed = this.runtime.get().observer().updating(instance);
		boolean updated = write(instance, () -> super.updateWithVersion(instance, domainType, nextVersion));
		observed.written(updated);
		return updated;
	}

	@Override
	public <T> int upsert(T instance, Class<? super T> domainType) {
		this.runtime.get().beforeUpdate(instance);
		RowObserver.Rows observed = this.runtime.get().observer().upserting(instance);
		int written = write(instance, () -> super.upsert(instance, domainType));
		observed.written();
		return written;
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
		delete((runtime) -> runtime.deleted(domainType, id), (observer) -> observer.deleting(domainType, List.of(id)),
				() -> super.delete(id, domainType));
	}

	@Override
	public void delete(Iterable<Object> ids, Class<?> domainType) {
		delete((runtime) -> ids.forEach((id) -> runtime.deleted(domainType, id)),
				(observer) -> observer.deleting(domainType, Streamable.of(ids).toList()),
				() -> super.delete(ids, domainType));
	}

	@Override
	public <T> void deleteWithVersion(Object id, Class<T> domainType, Number previousVersion) {
		delete((runtime) -> runtime.deleted(domainType, id), (observer) -> observer.deleting(domainType, List.of(id)),
				() -> super.deleteWithVersion(id, domainType, previousVersion));
	}

	@Override
	public <T> void deleteAll(Class<T> domainType) {
		delete((runtime) -> runtime.deletedAll(domainType), (observer) -> observer.deletingAll(domainType),
				() -> super.deleteAll(domainType));
	}

	/**
	 * Tells it before, in case the statement fails half way, and after it, because others
	 * may have read the rows in between.
	 */
	private void delete(Consumer<AssociationRuntime> deleted, Function<RowObserver, RowObserver.Rows> observe,
			Runnable statement) {
		AssociationRuntime runtime = this.runtime.get();
		deleted.accept(runtime);
		RowObserver.Rows observed = observe.apply(runtime.observer());
		statement.run();
		deleted.accept(runtime);
		observed.written();
	}

}
