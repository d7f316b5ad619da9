package io.inverseof;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Counts again what the {@linkplain CounterCache counters} of all rows of a class
	 * say, as Rails' {@code reset_counters}: after statements that nobody counts, such as
	 * a query that deletes, or for a new column. Each counter takes one statement.
	 * @param type the class that has the counters
	 * @throws MissingCounterException if it has none
	 */
	void resetCounters(Class<?> type);

	/**
	 * Counts again what the {@linkplain CounterCache counters} of one row say, and of the
	 * object.
	 * @param entity an entity with an id
	 * @throws MissingCounterException if it has no counters
	 */
	void resetCounters(Object entity);

	/**
	 * Counts again what the {@linkplain CounterCache counters} of some rows say, and of
	 * the objects.
	 * @param entities entities with an id, not necessarily of one class
	 * @throws MissingCounterException if one of them has no counters; nothing has changed
	 */
	void resetCounters(Iterable<?> entities);

	/**
	 * Loads associations of many objects, with one query for each part of a path, as
	 * Rails' {@code preload}. What is in memory already is not loaded again, and the
	 * objects are wired as if their associations had been read one by one. Objects with
	 * an id that no repository loaded are attached first; what a new object refers to is
	 * in memory.
	 *
	 * <pre>{@code
	 * associations.preload(posts, "author", "comments.author");
	 * }</pre>
	 *
	 * A path may lead through entities inside an aggregate, such as
	 * {@code lines.product}. In a naive {@link UnitOfWork} nothing is loaded.
	 * @param entities the objects, not necessarily of one class; {@code null} and an
	 * empty collection are fine
	 * @param paths names of associations separated by dots
	 * @throws InvalidPreloadException before anything is loaded, if a path does not exist
	 * or one of the objects has no associations
	 * @see Preload
	 */
	void preload(@Nullable Iterable<?> entities, String... paths);

}
