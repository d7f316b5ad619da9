package io.inverseof;

/**
 * A row of a table that several classes share is not of the class it was to be read or
 * written as, or of a class that has no objects. Thrown when the row is read, and before
 * an object that no repository loaded is written into it.
 *
 * @since 0.1.0
 * @see Discriminator
 */
public class UnexpectedTypeException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message which row it is, what its column holds, and what would be right
	 */
	public UnexpectedTypeException(String message) {
		super(message);
	}

}
