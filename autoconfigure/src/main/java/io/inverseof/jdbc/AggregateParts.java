package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.inverseof.model.AssociationModel;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The properties of an entity that lead to entities inside the same aggregate which have
 * associations of their own. Immutable, thread-safe.
 */
final class AggregateParts {

	static final AggregateParts NONE = new AggregateParts(null, List.of());

	private final @Nullable RelationalPersistentEntity<?> entity;

	private final List<RelationalPersistentProperty> properties;

	private AggregateParts(@Nullable RelationalPersistentEntity<?> entity,
			List<RelationalPersistentProperty> properties) {
		this.entity = entity;
		this.properties = properties;
	}

	static AggregateParts of(RelationalPersistentEntity<?> entity, RelationalMappingContext context,
			AssociationModel model) {
		List<RelationalPersistentProperty> properties = new ArrayList<>();
		for (RelationalPersistentProperty property : entity) {
			if (leadsToAssociations(property, context, model, new HashSet<>())) {
				properties.add(property);
			}
		}
		return properties.isEmpty() ? NONE : new AggregateParts(entity, List.copyOf(properties));
	}

	private static boolean leadsToAssociations(RelationalPersistentProperty property, RelationalMappingContext context,
			AssociationModel model, Set<Class<?>> seen) {
		RelationalPersistentEntity<?> part = content(property, context);
		if (part == null || !seen.add(part.getType())) {
			return false;
		}
		if (!property.isEmbedded() && !model.associationsOf(part.getType()).isEmpty()) {
			return true;
		}
		for (RelationalPersistentProperty nested : part) {
			if (leadsToAssociations(nested, context, model, seen)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns the entity inside the aggregate that a property leads to, if it does.
	 */
	static @Nullable RelationalPersistentEntity<?> content(RelationalPersistentProperty property,
			RelationalMappingContext context) {
		return (property.isEntity() && !property.isIdProperty()) ? context.getPersistentEntity(property) : null;
	}

	boolean isEmpty() {
		return this.properties.isEmpty();
	}

	void forEach(Object instance, Consumer<Object> action) {
		if (this.entity == null) {
			return;
		}
		PersistentPropertyAccessor<Object> accessor = this.entity.getPropertyAccessor(instance);
		for (RelationalPersistentProperty property : this.properties) {
			visit(accessor.getProperty(property), action);
		}
	}

	static void visit(@Nullable Object value, Consumer<Object> action) {
		if (value instanceof Map<?, ?> map) {
			map.values().forEach((element) -> visit(element, action));
		}
		else if (value instanceof Collection<?> collection) {
			collection.forEach((element) -> visit(element, action));
		}
		else if (value instanceof Object[] array) {
			visit(Arrays.asList(array), action);
		}
		else if (value != null) {
			action.accept(value);
		}
	}

}
