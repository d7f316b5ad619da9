package io.inverseof;

/**
 * Thrown by {@link ToOne#get()} when the foreign key refers to a row that does not exist.
 *
 * @since 0.1.0
 */
public class DanglingReferenceException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public DanglingReferenceException(String message) {
		super(message);
	}

}
