package io.inverseof;

/**
 * Thrown when an association that follows a plain id property is assigned, but that
 * property cannot be written.
 *
 * @since 0.1.0
 */
public class ImmutableForeignKeyException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public ImmutableForeignKeyException(String message) {
		super(message);
	}

}
