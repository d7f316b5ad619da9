package io.inverseof;

import org.jspecify.annotations.Nullable;

/**
 * The parent of all exceptions of inverseof. Each message says what was found, where, why
 * it cannot work, and what to write instead.
 *
 * @since 0.1.0
 */
public abstract class InverseOfException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 */
	protected InverseOfException(String message) {
		super(message);
	}

	/**
	 * Creates the exception.
	 * @param message what was found, where, why, and what to write instead
	 * @param cause the cause, or {@code null}
	 */
	protected InverseOfException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
