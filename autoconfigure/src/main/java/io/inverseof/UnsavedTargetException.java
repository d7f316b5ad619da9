package io.inverseof;

/**
 * Thrown when a foreign key is to be written or compared, but its target has not been
 * saved and so has no id yet.
 *
 * @since 0.1.0
 */
public class UnsavedTargetException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public UnsavedTargetException(String message) {
		super(message);
	}

}
