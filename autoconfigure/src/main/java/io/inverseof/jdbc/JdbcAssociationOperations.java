package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.Association;
import io.inverseof.AssociationOperations;
import io.inverseof.RowNotFoundException;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AssociationOperations} on Spring Data JDBC. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JdbcAssociationOperations implements AssociationOperations {

	private final RuntimeSupplier runtime;

	private final InverseMappingContext context;

	private final ObjectProvider<JdbcAggregateOperations> operations;

	private final Supplier<Recount> recount;

	private final SingletonSupplier<Preloader> preloader;

	/**
	 * Creates the operations.
	 * @param runtime connects associations
	 * @param context how classes are mapped
	 * @param operations reads rows
	 * @param recount counts
	 */
	public JdbcAssociationOperations(RuntimeSupplier runtime, InverseMappingContext context,
			ObjectProvider<JdbcAggregateOperations> operations, Supplier<Recount> recount) {
		this.runtime = runtime;
		this.context = context;
		this.operations = operations;
		this.recount = recount;
		this.preloader = SingletonSupplier.of(() -> new Preloader(runtime.get()));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T reload(T entity) {
		Object id = requiredId(entity, "reload");
		T row = (T) this.operations.getObject().findById(id, entity.getClass());
		if (row == null) {
			throw new RowNotFoundException(
					"%s %s cannot be reloaded: there is no such row. It was deleted, or not saved."
						.formatted(entity.getClass().getSimpleName(), id));
		}
		RelationalPersistentEntity<T> type = (RelationalPersistentEntity<T>) this.context
			.getRequiredPersistentEntity(entity.getClass());
		return entity.getClass().isRecord() ? row : copy(type, row, entity);
	}

	private <T> T copy(RelationalPersistentEntity<T> type, T row, T entity) {
		PersistentPropertyAccessor<T> source = type.getPropertyAccessor(row);
		PersistentPropertyAccessor<T> target = type.getPropertyAccessor(entity);
		for (RelationalPersistentProperty property : type) {
			if (isChangeable(property, source, target)) {
				target.setProperty(property, source.getProperty(property));
			}
		}
		T reloaded = target.getBean();
		for (AssociationProperty property : this.runtime.get().model().associationsOf(type.getType())) {
			Association association = property.holder(reloaded);
			if (association != null) {
				association.reload();
			}
		}
		this.runtime.get().attach(reloaded);
		return reloaded;
	}

	/**
	 * The id, which is the same anyway, and other properties that did not change are left
	 * alone, so that an object with final fields stays the same object where it can.
	 */
	private static boolean isChangeable(RelationalPersistentProperty property, PersistentPropertyAccessor<?> source,
			PersistentPropertyAccessor<?> target) {
		return !property.isIdProperty()
				&& (!property.isImmutable() || !equal(source.getProperty(property), target.getProperty(property)));
	}

	private static boolean equal(@Nullable Object one, @Nullable Object other) {
		return java.util.Objects.equals(one, other);
	}

	@Override
	public <T> T attach(T entity) {
		requiredId(entity, "attach");
		this.runtime.get().attach(entity);
		return entity;
	}

	@Override
	public void preload(@Nullable Iterable<?> entities, String... paths) {
		Assert.noNullElements(paths, "'paths' must not contain null");
		if (entities != null) {
			this.preloader.obtain().preload(entities, List.of(paths));
		}
	}

	@Override
	public void resetCounters(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		this.recount.get().all(type);
	}

	@Override
	public void resetCounters(Object entity) {
		requiredId(entity, "resetCounters");
		this.recount.get().some(List.of(entity));
	}

	@Override
	public void resetCounters(Iterable<?> entities) {
		Assert.notNull(entities, "'entities' must not be null");
		List<Object> all = new ArrayList<>();
		entities.forEach(all::add);
		all.forEach((entity) -> requiredId(entity, "resetCounters"));
		this.recount.get().some(all);
	}

	private Object requiredId(Object entity, String operation) {
		Assert.notNull(entity, "'entity' must not be null");
		RelationalPersistentEntity<?> type = this.context.getPersistentEntity(entity.getClass());
		Assert.isTrue(type != null && type.hasIdProperty(),
				() -> "%s is not an entity with an id, so %s(..) cannot use it".formatted(entity.getClass().getName(),
						operation));
		Object id = type.getIdentifierAccessor(entity).getIdentifier();
		Assert.notNull(id, () -> "This %s has no id yet; save it instead of passing it to %s(..)"
			.formatted(entity.getClass().getSimpleName(), operation));
		return id;
	}

}
