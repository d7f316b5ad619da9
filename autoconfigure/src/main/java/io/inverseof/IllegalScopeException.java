package io.inverseof;

/**
 * Thrown when an {@link AssociationScope} returns a query of another shape than at
 * start-up, where the shape decided about inverses.
 *
 * @since 0.1.0
 */
public class IllegalScopeException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public IllegalScopeException(String message) {
		super(message);
	}

}
