package io.inverseof;

/**
 * Thrown when an association of an object that no repository loaded or saved would have
 * to be loaded.
 *
 * @since 0.1.0
 */
public class DetachedAssociationException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public DetachedAssociationException(String message) {
		super(message);
	}

}
