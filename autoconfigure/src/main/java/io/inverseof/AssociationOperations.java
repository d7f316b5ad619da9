package io.inverseof;

/**
 * What a service does with associations beyond reading and changing them; injected where
 * it is needed. Thread-safe.
 *
 * @since 0.1.0
 */
public interface AssociationOperations {

	/**
	 * Reads the row of an entity again into the same object and forgets its associations.
	 * @param <T> the type of the entity
	 * @param entity an entity with an id
	 * @return the same object; of an immutable type (a record), the new one
	 * @throws RowNotFoundException if the row does not exist
	 */
	<T> T reload(T entity);

	/**
	 * Lets an object with an id that no repository loaded or saved load its associations.
	 * @param <T> the type of the entity
	 * @param entity an entity with an id
	 * @return the same object
	 */
	<T> T attach(T entity);

}
