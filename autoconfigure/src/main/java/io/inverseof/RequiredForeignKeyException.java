package io.inverseof;

/**
 * A child was removed from its owner, but its foreign key column is {@code NOT NULL}, so
 * that the row can be neither kept nor pointed nowhere.
 *
 * @since 0.1.0
 */
public class RequiredForeignKeyException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	public RequiredForeignKeyException(String message) {
		super(message);
	}

}
