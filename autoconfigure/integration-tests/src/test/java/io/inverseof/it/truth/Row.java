package io.inverseof.it.truth;

import org.jspecify.annotations.Nullable;

/**
 * An entity of the domain, as programs see it.
 */
interface Row {

	@Nullable Long id();

	String label();

	/**
	 * The values of the row, without its associations.
	 */
	default String values() {
		return getClass().getSimpleName() + "#" + id() + "[" + label() + "]";
	}

}
