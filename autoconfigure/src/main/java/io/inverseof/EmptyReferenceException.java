package io.inverseof;

/**
 * Thrown when an empty {@link BelongsTo} is passed to a finder, where SQL would compare
 * with {@code NULL} and find nothing.
 *
 * @since 0.1.0
 */
public class EmptyReferenceException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public EmptyReferenceException(String message) {
		super(message);
	}

}
