package io.inverseof.model;

import org.jspecify.annotations.Nullable;

/**
 * The result of the detection for one association: the other side, or none, and why.
 *
 * @param association the association of the target that is the other side, or
 * {@code null}
 * @param reason one sentence: why it was chosen, or why there is none
 * @param declared whether {@code @InverseOf} named it
 * @since 0.1.0
 */
public record Inverse(@Nullable AssociationProperty association, String reason, boolean declared) {

	/**
	 * Tells whether there is one.
	 * @return whether there is an inverse
	 */
	public boolean exists() {
		return this.association != null;
	}

}
