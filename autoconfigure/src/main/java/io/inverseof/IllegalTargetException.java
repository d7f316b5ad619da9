package io.inverseof;

/**
 * Thrown when an object of a wrong type is assigned to an association, or a target cannot
 * be built.
 *
 * @since 0.1.0
 */
public class IllegalTargetException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public IllegalTargetException(String message) {
		super(message);
	}

}
