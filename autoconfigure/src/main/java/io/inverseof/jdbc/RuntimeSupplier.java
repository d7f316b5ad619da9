package io.inverseof.jdbc;

import java.util.function.Supplier;

/**
 * Hands out the runtime once the application context is far enough. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RuntimeSupplier extends Supplier<AssociationRuntime> {

	/**
	 * Tells whether the inverse-aware layer is in place. It is not where an application
	 * that has no associations maps its entities by classes of its own.
	 * @return whether there is a runtime
	 */
	boolean isActive();

}
