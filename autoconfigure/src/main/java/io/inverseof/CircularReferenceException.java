package io.inverseof;

/**
 * New objects refer to each other in a circle, and no foreign key of the circle can be
 * {@code NULL}, so that none of them can be inserted first.
 *
 * @since 0.1.0
 */
public class CircularReferenceException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public CircularReferenceException(String message) {
		super(message);
	}

}
