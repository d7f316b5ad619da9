package io.inverseof.unitofwork;

/**
 * Why a SELECT was sent that a traversal one by one would not have sent.
 *
 * @since 0.1.0
 */
public enum SpeculativeReason {

	/** The application preloaded an association. */
	PRELOAD("preload"),

	/** A batch was sent in vain, and the rows were read one by one after all. */
	FALLBACK("fallback"),

	/** Rows were read together before each of them was asked for. */
	LOOK_AHEAD("look-ahead");

	private final String tag;

	SpeculativeReason(String tag) {
		this.tag = tag;
	}

	/**
	 * Returns the value of the meter's {@code reason} tag.
	 * @return the tag value
	 */
	public String tag() {
		return this.tag;
	}

}
