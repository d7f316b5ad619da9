package io.inverseof;

/**
 * Thrown by {@link ToOne#get()} when the association has no target.
 *
 * @since 0.1.0
 */
public class EmptyAssociationException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public EmptyAssociationException(String message) {
		super(message);
	}

}
