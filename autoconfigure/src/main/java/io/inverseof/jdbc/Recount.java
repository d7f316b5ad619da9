package io.inverseof.jdbc;

import java.util.Collection;

/**
 * Counts again what counters say. Thread-safe.
 *
 * @since 0.1.0
 */
public interface Recount {

	/**
	 * Recounts all rows of a class.
	 * @param type the class
	 */
	void all(Class<?> type);

	/**
	 * Recounts the rows of some objects, and tells them.
	 * @param entities the objects, which have ids
	 */
	void some(Collection<?> entities);

}
