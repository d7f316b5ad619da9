package io.inverseof;

/**
 * Thrown by {@link AssociationOperations#reload(Object)} when the row does not exist.
 *
 * @since 0.1.0
 */
public class RowNotFoundException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public RowNotFoundException(String message) {
		super(message);
	}

}
