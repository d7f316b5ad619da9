package io.inverseof.jdbc;

/**
 * Validates what {@code create(..)} made, before it is saved. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TargetValidator {

	/**
	 * Validates a new object.
	 * @param target the object, wired to its owner
	 * @throws RuntimeException if it is not valid
	 */
	void validate(Object target);

}
