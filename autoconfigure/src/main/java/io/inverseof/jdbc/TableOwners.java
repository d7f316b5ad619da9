package io.inverseof.jdbc;

import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;

/**
 * Finds the entity that a table belongs to, for a naming strategy that is made before the
 * mapping context. Thread-safe after that.
 */
final class TableOwners {

	private @Nullable InverseMappingContext context;

	void setContext(InverseMappingContext context) {
		this.context = context;
	}

	/**
	 * Returns the entity whose table an entity has, mostly itself.
	 */
	RelationalPersistentEntity<?> of(RelationalPersistentEntity<?> entity) {
		Class<?> owner = Inheritance.tableOwner(entity.getType());
		return (owner == entity.getType() || this.context == null) ? entity
				: this.context.getRequiredPersistentEntity(owner);
	}

}
