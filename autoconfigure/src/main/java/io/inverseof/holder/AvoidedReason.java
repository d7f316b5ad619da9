package io.inverseof.holder;

/**
 * Why a SELECT was not needed.
 *
 * @since 0.1.0
 */
public enum AvoidedReason {

	/** The other side of the association handed out the object. */
	INVERSE("inverse"),

	/** The object had been loaded before in the same unit of work. */
	CACHE("cache"),

	/** The object was loaded together with those of its siblings. */
	BATCH("batch");

	private final String tag;

	AvoidedReason(String tag) {
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
