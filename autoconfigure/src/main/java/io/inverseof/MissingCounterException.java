package io.inverseof;

import java.io.Serial;

/**
 * Thrown when counters are to be recounted that do not exist.
 *
 * @since 0.1.0
 */
public class MissingCounterException extends InverseOfException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message says of which class, and how to get one
	 */
	public MissingCounterException(String message) {
		super(message);
	}

}
