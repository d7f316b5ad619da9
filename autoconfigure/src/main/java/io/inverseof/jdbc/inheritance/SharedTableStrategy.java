package io.inverseof.jdbc.inheritance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.InsertSubject;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lets the statements for a subclass see and write nothing but its own rows of the table
 * it shares, and those that delete rows of a superclass delete what the aggregates of
 * subclasses have inside. Statements for other classes pass as they are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTableStrategy extends DelegatingDataAccessStrategy {

	private final Supplier<Parts> parts;

	private SharedTableStrategy(DataAccessStrategy delegate, Supplier<Parts> parts) {
		super(delegate);
		this.parts = parts;
	}

	/**
	 * Puts a strategy under the conditions of subclasses.
	 * @param strategy the strategy
	 * @param converter its converter
	 * @param isKnown tells whether an object was read from a row or saved
	 * @return the strategy itself if no table is shared
	 */
	public static DataAccessStrategy of(DataAccessStrategy strategy, JdbcConverter converter,
			Predicate<Object> isKnown) {
		boolean shares = converter.getMappingContext() instanceof SharedTableMapping mapping
				&& !mapping.sharedTables().isEmpty();
		Parts parts = Parts.of(strategy, converter, isKnown);
		return shares ? new SharedTableStrategy(strategy, () -> parts) : strategy;
	}

	/**
	 * Puts a strategy under the conditions of subclasses whose converter is not known
	 * yet.
	 * @param strategy the strategy
	 * @param converter its converter, which is asked for by the first statement
	 * @param isKnown tells whether an object was read from a row or saved
	 * @return a strategy that lets all statements pass if no table is shared
	 */
	public static DataAccessStrategy late(DataAccessStrategy strategy, Supplier<JdbcConverter> converter,
			Predicate<Object> isKnown) {
		return new SharedTableStrategy(strategy,
				SingletonSupplier.of(() -> Parts.of(strategy, converter.get(), isKnown)));
	}

	private RelationalMappingContext context() {
		return this.parts.get().context();
	}

	private TypedQueries queries() {
		return this.parts.get().queries();
	}

	private TypedStatements statements() {
		return this.parts.get().statements();
	}

	private SubclassRelations relations() {
		return this.parts.get().relations();
	}

	private boolean isRestricted(Class<?> type) {
		return TypeConditions.criteria(context(), type) != null;
	}

	private boolean isShared(Class<?> type) {
		return ((SharedTableMapping) context()).sharedTables().of(type) != null;
	}

	/**
	 * The classes of a shared table have different columns, so that a batch of several
	 * classes is divided, in the order of the objects.
	 */
	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable Object[] insert(List<InsertSubject<T>> subjects, Class<T> domainType, IdValueSource source) {
		if (!isShared(domainType)) {
			return super.insert(subjects, domainType, source);
		}
		List<@Nullable Object> ids = new ArrayList<>();
		for (int from = 0, to; from < subjects.size(); from = to) {
			Class<?> type = subjects.get(from).getInstance().getClass();
			to = from + 1;
			while (to < subjects.size() && subjects.get(to).getInstance().getClass() == type) {
				to++;
			}
			ids.addAll(Arrays.asList(super.insert(subjects.subList(from, to), (Class<T>) type, source)));
		}
		return ids.toArray();
	}

	@Override
	public <S> boolean update(S instance, Class<S> domainType) {
		this.parts.get().claims().verifyUpdated(instance);
		return super.update(instance, domainType);
	}

	@Override
	public <S> boolean updateWithVersion(S instance, Class<S> domainType, Number nextVersion) {
		this.parts.get().claims().verifyUpdated(instance);
		return super.updateWithVersion(instance, domainType, nextVersion);
	}

	@Override
	public <T> int upsert(T instance, Class<? super T> domainType) {
		this.parts.get().claims().verifyUpserted(instance);
		return super.upsert(instance, domainType);
	}

	@Override
	public void delete(Object rootId, PersistentPropertyPath<RelationalPersistentProperty> path) {
		if (isRestricted(root(path))) {
			statements().delete(List.of(rootId), path, root(path));
		}
		else {
			super.delete(rootId, path);
		}
	}

	@Override
	public void delete(Iterable<Object> rootIds, PersistentPropertyPath<RelationalPersistentProperty> path) {
		if (isRestricted(root(path))) {
			statements().delete(rootIds, path, root(path));
		}
		else {
			super.delete(rootIds, path);
		}
	}

	private static Class<?> root(PersistentPropertyPath<RelationalPersistentProperty> path) {
		return path.getBaseProperty().getOwner().getType();
	}

	@Override
	public void deleteAll(PersistentPropertyPath<RelationalPersistentProperty> path) {
		if (isRestricted(root(path))) {
			statements().deleteAll(path, root(path));
		}
		else {
			super.deleteAll(path);
		}
	}

	@Override
	public void delete(Object id, Class<?> domainType) {
		relations().of(domainType).forEach((path) -> statements().delete(List.of(id), path, domainType));
		if (isRestricted(domainType)) {
			statements().delete(List.of(id), domainType);
		}
		else {
			super.delete(id, domainType);
		}
	}

	@Override
	public void delete(Iterable<Object> ids, Class<?> domainType) {
		relations().of(domainType).forEach((path) -> statements().delete(ids, path, domainType));
		if (isRestricted(domainType)) {
			statements().delete(ids, domainType);
		}
		else {
			super.delete(ids, domainType);
		}
	}

	@Override
	public <T> void deleteWithVersion(Object id, Class<T> domainType, Number previousVersion) {
		relations().of(domainType).forEach((path) -> statements().delete(List.of(id), path, domainType));
		if (isRestricted(domainType)) {
			statements().delete(id, domainType, previousVersion);
		}
		else {
			super.deleteWithVersion(id, domainType, previousVersion);
		}
	}

	@Override
	public <T> void deleteAll(Class<T> domainType) {
		relations().of(domainType).forEach((path) -> statements().deleteAll(path, domainType));
		if (isRestricted(domainType)) {
			statements().deleteAll(domainType);
		}
		else {
			super.deleteAll(domainType);
		}
	}

	@Override
	public <T> void acquireLockById(Object id, LockMode lockMode, Class<T> domainType) {
		if (isRestricted(domainType)) {
			statements().lock(List.of(id), lockMode, domainType);
		}
		else {
			super.acquireLockById(id, lockMode, domainType);
		}
	}

	@Override
	public <T> void acquireLockAll(LockMode lockMode, Class<T> domainType) {
		if (isRestricted(domainType)) {
			statements().lockAll(lockMode, domainType);
		}
		else {
			super.acquireLockAll(lockMode, domainType);
		}
	}

	@Override
	public long count(Class<?> domainType) {
		return isRestricted(domainType) ? count(Query.empty(), domainType) : super.count(domainType);
	}

	@Override
	@SuppressWarnings("NullAway") // like the interface, for which T may be null
	public <T extends @Nullable Object> T findById(Object id, Class<T> domainType) {
		return isRestricted(domainType) ? findOne(byIds(List.of(id), domainType), domainType).orElse(null)
				: super.findById(id, domainType);
	}

	@Override
	public <T> boolean existsById(Object id, Class<T> domainType) {
		return isRestricted(domainType) ? exists(byIds(List.of(id), domainType), domainType)
				: super.existsById(id, domainType);
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType) {
		return isRestricted(domainType) ? findAll(Query.empty(), domainType) : super.findAll(domainType);
	}

	@Override
	public <T> Stream<T> streamAll(Class<T> domainType) {
		return isRestricted(domainType) ? streamAll(Query.empty(), domainType) : super.streamAll(domainType);
	}

	@Override
	public <T> Iterable<T> findAllById(Iterable<?> ids, Class<T> domainType) {
		if (!isRestricted(domainType) || !ids.iterator().hasNext()) {
			return super.findAllById(ids, domainType);
		}
		return findAll(byIds(ids, domainType), domainType);
	}

	@Override
	public <T> Stream<T> streamAllByIds(Iterable<?> ids, Class<T> domainType) {
		if (!isRestricted(domainType) || !ids.iterator().hasNext()) {
			return super.streamAllByIds(ids, domainType);
		}
		return streamAll(byIds(ids, domainType), domainType);
	}

	private Query byIds(Iterable<?> ids, Class<?> type) {
		List<Object> list = toList(ids);
		Criteria.CriteriaStep id = Criteria
			.where(context().getRequiredPersistentEntity(type).getRequiredIdProperty().getName());
		CriteriaDefinition criteria = (list.size() == 1) ? id.is(list.get(0)) : id.in(list);
		return Query.query(criteria);
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType, Sort sort) {
		return isRestricted(domainType) ? findAll(Query.empty().sort(sort), domainType)
				: super.findAll(domainType, sort);
	}

	@Override
	public <T> Stream<T> streamAll(Class<T> domainType, Sort sort) {
		return isRestricted(domainType) ? streamAll(Query.empty().sort(sort), domainType)
				: super.streamAll(domainType, sort);
	}

	@Override
	public <T> Iterable<T> findAll(Class<T> domainType, Pageable pageable) {
		return isRestricted(domainType) ? findAll(Query.empty().with(pageable), domainType)
				: super.findAll(domainType, pageable);
	}

	@Override
	public <T> Optional<T> findOne(Query query, Class<T> domainType) {
		return super.findOne(queries().of(query, domainType), domainType);
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType) {
		return super.findAll(queries().of(query, domainType), domainType);
	}

	@Override
	public <T> Stream<T> streamAll(Query query, Class<T> domainType) {
		return super.streamAll(queries().of(query, domainType), domainType);
	}

	@Override
	public <T> Iterable<T> findAll(Query query, Class<T> domainType, Pageable pageable) {
		return super.findAll(queries().of(query, domainType), domainType, pageable);
	}

	@Override
	public <T> boolean exists(Query query, Class<T> domainType) {
		return super.exists(queries().of(query, domainType), domainType);
	}

	@Override
	public <T> long count(Query query, Class<T> domainType) {
		return super.count(queries().of(query, domainType), domainType);
	}

	private static List<Object> toList(Iterable<?> values) {
		return StreamSupport.stream(values.spliterator(), false).<Object>map((value) -> value).toList();
	}

	/**
	 * What the conditions are made with.
	 *
	 * @param context the mapping context
	 * @param queries make queries find nothing else
	 * @param statements send what Spring Data JDBC has no condition for
	 * @param relations know what subclasses have inside
	 * @param claims look at rows that nobody has read
	 */
	private record Parts(RelationalMappingContext context, TypedQueries queries, TypedStatements statements,
			SubclassRelations relations, RowClaims claims) {

		static Parts of(DataAccessStrategy strategy, JdbcConverter converter, Predicate<Object> isKnown) {
			RelationalMappingContext context = converter.getMappingContext();
			TypedStatements statements = new TypedStatements(converter, strategy);
			return new Parts(context, new TypedQueries(context), statements, new SubclassRelations(context),
					new RowClaims(context, statements, isKnown));
		}

	}

}
