package io.inverseof;

/**
 * Thrown when a foreign key is needed that the query which loaded the row did not read,
 * instead of taking it for {@code NULL}.
 *
 * @since 0.1.0
 */
public class UnreadKeyException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public UnreadKeyException(String message) {
		super(message);
	}

}
