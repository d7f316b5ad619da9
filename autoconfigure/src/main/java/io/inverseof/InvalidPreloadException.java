package io.inverseof;

/**
 * Thrown by {@link AssociationOperations#preload(Iterable, String...)}, before anything
 * is loaded, when a path does not lead from the entities to associations, or when
 * something in the list is no entity.
 *
 * @since 0.1.0
 */
public class InvalidPreloadException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public InvalidPreloadException(String message) {
		super(message);
	}

}
