package io.inverseof;

/**
 * A child was to be created for an owner that has no row yet, so that there is no key to
 * write. As Rails, which asks for the parent to be saved first.
 *
 * @since 0.1.0
 */
public class UnsavedOwnerException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public UnsavedOwnerException(String message) {
		super(message);
	}

}
