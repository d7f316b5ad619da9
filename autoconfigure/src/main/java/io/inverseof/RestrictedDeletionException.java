package io.inverseof;

/**
 * An owner was to be deleted while it still has children in an association that is
 * restricted by {@link Dependent.Action#RESTRICT}. Nothing was deleted.
 *
 * @since 0.1.0
 */
public class RestrictedDeletionException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public RestrictedDeletionException(String message) {
		super(message);
	}

}
