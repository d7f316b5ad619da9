package io.inverseof.jdbc.inheritance;

import org.jspecify.annotations.Nullable;

/**
 * A property of a class that shares its table, which does not go by what an object has in
 * memory.
 *
 * @since 0.1.0
 */
public interface SharedColumn {

	/**
	 * Tells whether no field of the class stands for the column.
	 * @return whether an object has nothing to get or set
	 */
	boolean isHidden();

	/**
	 * Returns what is written for every object of the class.
	 * @return the value, or {@code null} if nothing is written
	 */
	@Nullable String value();

}
