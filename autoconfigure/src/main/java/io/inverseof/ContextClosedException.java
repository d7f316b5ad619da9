package io.inverseof;

/**
 * Thrown when an association is to be loaded after its application context was closed.
 *
 * @since 0.1.0
 */
public class ContextClosedException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public ContextClosedException(String message) {
		super(message);
	}

}
