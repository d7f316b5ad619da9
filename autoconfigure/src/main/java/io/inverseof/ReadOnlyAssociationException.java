package io.inverseof;

/**
 * Thrown if an association that leads {@link Through} another one is to be changed,
 * though its targets do not each have a join aggregate that belongs to both sides. The
 * message names the association to change instead.
 *
 * @since 0.1.0
 */
public class ReadOnlyAssociationException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was to be changed, why it cannot be, and what to change instead
	 */
	public ReadOnlyAssociationException(String message) {
		super(message);
	}

}
