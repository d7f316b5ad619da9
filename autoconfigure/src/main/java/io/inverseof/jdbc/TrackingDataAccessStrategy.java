package io.inverseof.jdbc;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.InsertSubject;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
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

	/**
	 * Creates the strategy.
	 * @param delegate Spring Data JDBC's strategy
	 * @param queryOperations what query methods of repositories are to use
	 * @param runtime connects associations
	 */
	public TrackingDataAccessStrategy(DataAccessStrategy delegate, NamedParameterJdbcOperations queryOperations,
			RuntimeSupplier runtime) {
		super(delegate);
		this.queryOperations = queryOperations;
		this.runtime = runtime;
	}

	@Override
	public NamedParameterJdbcOperations getJdbcOperations() {
		return this.queryOperations;
	}

	@Override
	public Iterable<Object> findAllByPath(Identifier identifier,
			PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
		return QueryScope.insideAggregate(() -> super.findAllByPath(identifier, path));
	}

	@Override
	public <T> @Nullable Object insert(T instance, Class<T> domainType, Identifier identifier,
			IdValueSource idValueSource) {
		this.runtime.get().beforeWrite(instance);
		return WriteScope.write(() -> super.insert(instance, domainType, identifier, idValueSource));
	}

	@Override
	public <T> @Nullable Object[] insert(List<InsertSubject<T>> insertSubjects, Class<T> domainType,
			IdValueSource idValueSource) {
		insertSubjects.forEach((subject) -> this.runtime.get().beforeWrite(subject.getInstance()));
		return WriteScope.write(() -> super.insert(insertSubjects, domainType, idValueSource));
	}

	@Override
	public <S> boolean update(S instance, Class<S> domainType) {
		this.runtime.get().beforeWrite(instance);
		return WriteScope.write(() -> super.update(instance, domainType));
	}

	@Override
	public <S> boolean updateWithVersion(S instance, Class<S> domainType, Number nextVersion) {
		this.runtime.get().beforeWrite(instance);
		return WriteScope.write(() -> super.updateWithVersion(instance, domainType, nextVersion));
	}

	@Override
	public <T> int upsert(T instance, Class<? super T> domainType) {
		this.runtime.get().beforeWrite(instance);
		return WriteScope.write(() -> super.upsert(instance, domainType));
	}

	@Override
	public void delete(Object id, Class<?> domainType) {
		this.runtime.get().deleted(domainType, id);
		super.delete(id, domainType);
	}

	@Override
	public void delete(Iterable<Object> ids, Class<?> domainType) {
		ids.forEach((id) -> this.runtime.get().deleted(domainType, id));
		super.delete(ids, domainType);
	}

	@Override
	public <T> void deleteWithVersion(Object id, Class<T> domainType, Number previousVersion) {
		this.runtime.get().deleted(domainType, id);
		super.deleteWithVersion(id, domainType, previousVersion);
	}

	@Override
	public <T> void deleteAll(Class<T> domainType) {
		this.runtime.get().deletedAll(domainType);
		super.deleteAll(domainType);
	}

}
