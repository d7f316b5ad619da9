package io.inverseof.jdbc;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.inverseof.model.AggregateCollection;
import io.inverseof.model.NamedAssociation;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The collections inside the aggregates of one class, each of which takes a query when
 * the aggregate is read by itself. Immutable, thread-safe.
 */
final class InnerCollections {

	private final RelationalMappingContext context;

	private final boolean any;

	private InnerCollections(RelationalMappingContext context, boolean any) {
		this.context = context;
		this.any = any;
	}

	static InnerCollections of(@Nullable RelationalPersistentEntity<?> entity, RelationalMappingContext context) {
		return new InnerCollections(context, entity != null && hasCollections(entity, context, new HashSet<>()));
	}

	private static boolean hasCollections(RelationalPersistentEntity<?> entity, RelationalMappingContext context,
			Set<Class<?>> seen) {
		if (!seen.add(entity.getType())) {
			return false;
		}
		for (RelationalPersistentProperty property : entity) {
			RelationalPersistentEntity<?> part = AggregateParts.content(property, context);
			if (part != null && (isCollection(property) || hasCollections(part, context, seen))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isCollection(RelationalPersistentProperty property) {
		return property.isCollectionLike() || property.isMap();
	}

	/**
	 * Names each query that reading an aggregate would take.
	 */
	void forEach(Object aggregate, Consumer<NamedAssociation> action) {
		if (this.any) {
			visit(aggregate.getClass(), "", aggregate, action);
		}
	}

	private void visit(Class<?> owner, String path, Object instance, Consumer<NamedAssociation> action) {
		RelationalPersistentEntity<?> entity = this.context.getPersistentEntity(instance.getClass());
		if (entity == null) {
			return;
		}
		PersistentPropertyAccessor<Object> accessor = entity.getPropertyAccessor(instance);
		for (RelationalPersistentProperty property : entity) {
			if (AggregateParts.content(property, this.context) != null) {
				String name = path + property.getName();
				if (isCollection(property)) {
					action.accept(new AggregateCollection(owner, name));
				}
				AggregateParts.visit(accessor.getProperty(property), (part) -> visit(owner, name + ".", part, action));
			}
		}
	}

}
