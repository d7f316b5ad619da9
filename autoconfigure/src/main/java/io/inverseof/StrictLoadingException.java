package io.inverseof;

import java.io.Serial;

/**
 * Thrown when an association would have to load by itself where that is forbidden, by
 * {@code inverseof.strict-loading}, {@link StrictLoading} or a strict unit of work.
 *
 * @since 0.1.0
 */
public class StrictLoadingException extends InverseOfException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message which association, of which class, and which line of code read it
	 */
	public StrictLoadingException(String message) {
		super(message);
	}

}
