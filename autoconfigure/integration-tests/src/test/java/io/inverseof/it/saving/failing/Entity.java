package io.inverseof.it.saving.failing;

import org.jspecify.annotations.Nullable;

/**
 * An object with a label that no other has.
 */
public interface Entity {

	/**
	 * Returns the id.
	 * @return the id, or {@code null} if there is none yet
	 */
	@Nullable Object id();

	/**
	 * Returns the label.
	 * @return the label
	 */
	String label();

	/**
	 * Returns the version.
	 * @return the version, or {@code null} if there is none
	 */
	default @Nullable Integer version() {
		return null;
	}

}
