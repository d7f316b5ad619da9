package io.inverseof;

import java.io.Serial;

/**
 * A {@link Polymorphic} belongs-to was given an id, but nothing says which class it is an
 * id of.
 *
 * @since 0.1.0
 */
public class UntypedReferenceException extends InverseOfException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message which association, which id, and what to write instead
	 */
	public UntypedReferenceException(String message) {
		super(message);
	}

}
