package io.inverseof;

/**
 * An object with the id of a row was added to an owner that the row does not belong to,
 * by somebody who had not loaded it: nested input claims other people's rows. Nothing was
 * written.
 *
 * @since 0.1.0
 */
public class ForeignChildException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public ForeignChildException(String message) {
		super(message);
	}

}
