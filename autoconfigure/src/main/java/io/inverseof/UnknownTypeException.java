package io.inverseof;

import java.io.Serial;

/**
 * The type column of a {@link Polymorphic} belongs-to holds a name that is none of the
 * application's entities, so that its target cannot be read. The row itself can be read
 * and saved.
 *
 * @since 0.1.0
 */
public class UnknownTypeException extends InverseOfException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message which association of which row, what its column holds, and the known
	 * names
	 */
	public UnknownTypeException(String message) {
		super(message);
	}

}
