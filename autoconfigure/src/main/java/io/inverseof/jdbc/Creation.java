package io.inverseof.jdbc;

import io.inverseof.model.AssociationProperty;

/**
 * Saves what {@code create(..)} made. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Creation {

	/**
	 * Validates and saves a target, and lets go of the row that the target of a has-one
	 * replaces, in one transaction.
	 * @param property the association
	 * @param owner the object that has the association
	 * @param target the new target
	 */
	void create(AssociationProperty property, Object owner, Object target);

}
