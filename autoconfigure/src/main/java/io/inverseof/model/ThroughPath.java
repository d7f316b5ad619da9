package io.inverseof.model;

/**
 * The way of an association that is annotated with {@link io.inverseof.Through}.
 *
 * @param join the association of the same owner that leads to the join aggregates
 * @param source the association of the join aggregate that leads to the target
 * @since 0.1.0
 */
public record ThroughPath(AssociationProperty join, AssociationProperty source) {

	/**
	 * Tells whether targets can be added and removed: each has a join aggregate of its
	 * own then, which belongs to both sides.
	 * @return whether the owner has join aggregates, and they belong to the target
	 */
	public boolean isWritable() {
		return this.join.kind() != AssociationKind.BELONGS_TO && this.source.kind() == AssociationKind.BELONGS_TO;
	}

}
