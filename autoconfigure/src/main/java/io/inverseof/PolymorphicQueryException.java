package io.inverseof;

import java.io.Serial;

/**
 * A {@link Polymorphic} reference was passed to a query that would compare its id alone,
 * and so find rows that refer to another class.
 *
 * @since 0.1.0
 */
public class PolymorphicQueryException extends InverseOfException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message which reference, and what to write instead
	 */
	public PolymorphicQueryException(String message) {
		super(message);
	}

}
