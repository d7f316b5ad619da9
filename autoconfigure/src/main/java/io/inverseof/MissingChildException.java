package io.inverseof;

/**
 * Thrown by {@link HasMany#find(Object)} and
 * {@link HasMany#findAll(java.util.Collection)} when an id is not that of a child of this
 * owner; names all such ids.
 *
 * @since 0.1.0
 */
public class MissingChildException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public MissingChildException(String message) {
		super(message);
	}

}
