package io.inverseof.model;

/**
 * The kinds of association, named as the Rails guide "Active Record Associations" does.
 *
 * @since 0.1.0
 */
public enum AssociationKind {

	/** Holds the foreign key. */
	BELONGS_TO("belongs-to"),

	/** The key is at the other side, at most one row is the target. */
	HAS_ONE("has-one"),

	/** The key is at the other side, any number of rows are targets. */
	HAS_MANY("has-many");

	private final String label;

	AssociationKind(String label) {
		this.label = label;
	}

	/**
	 * Returns the name used in messages and by the endpoint, such as {@code belongs-to}.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

}
