package io.inverseof.model;

import java.util.List;

import io.inverseof.InverseOf;

/**
 * Checks the association that {@code @InverseOf} names.
 */
final class DeclaredInverse {

	private final AssociationProperty association;

	private final String name;

	private final List<AssociationProperty> ofTarget;

	private final EntityMapping mapping;

	DeclaredInverse(AssociationProperty association, InverseOf annotation, List<AssociationProperty> ofTarget,
			EntityMapping mapping) {
		this.association = association;
		this.name = annotation.value();
		this.ofTarget = ofTarget;
		this.mapping = mapping;
	}

	Inverse resolve(Violations problems) {
		AssociationProperty found = this.ofTarget.stream()
			.filter((candidate) -> candidate.name().equals(this.name))
			.findFirst()
			.orElse(null);
		String problem = (found != null) ? mismatch(found) : missing();
		if (problem.isEmpty() && found != null) {
			return new Inverse(found, Reasons.declared(this.association, found), true);
		}
		String complete = "%s names \"%s\" with @InverseOf, but %s".formatted(this.association, this.name, problem);
		problems.add(complete);
		return new Inverse(null, "None: " + complete, false);
	}

	private String missing() {
		String target = this.association.target().getSimpleName();
		boolean isProperty = this.mapping.hasProperty(this.association.target(), this.name);
		return (isProperty ? "%s.%s is not an association.".formatted(target, this.name)
				: "%s has no such association.".formatted(target)) + suggestion();
	}

	private String mismatch(AssociationProperty found) {
		if (found.isThrough()) {
			return "%s goes through another association, and so is nobody's inverse.".formatted(found) + suggestion();
		}
		if (!Candidates.isOpposite(this.association.kind(), found.kind())) {
			return wrongKind(found) + suggestion();
		}
		if (!Candidates.pointsBack(this.association, found)) {
			return "%s refers to %s and not back to %s.".formatted(found, found.target().getSimpleName(),
					this.association.owner().getSimpleName()) + suggestion();
		}
		return ColumnNames.same(this.association.foreignKey(), found.foreignKey()) ? "" : otherColumns(found);
	}

	private String wrongKind(AssociationProperty found) {
		return (found.kind() == AssociationKind.BELONGS_TO)
				? "both are belongs-to associations: the inverse of a belongs-to is a has-one or has-many."
				: "%s is a %s: the inverse of a %s is a belongs-to.".formatted(found, found.kind().label(),
						this.association.kind().label());
	}

	private String otherColumns(AssociationProperty found) {
		AssociationProperty children = (found.kind() == AssociationKind.BELONGS_TO) ? this.association : found;
		AssociationProperty belongsTo = (children == found) ? this.association : found;
		return "%s has the foreign key %s and %s has %s: both sides must use the same. ".formatted(this.association,
				ColumnNames.joined(this.association.foreignKey()), found, ColumnNames.joined(found.foreignKey()))
				+ "Put %s on %s, or name another inverse.%s".formatted(ColumnNames.annotation(belongsTo.foreignKey()),
						children, suggestion());
	}

	/**
	 * Near names first; otherwise all that would do.
	 */
	private String suggestion() {
		List<String> possible = this.ofTarget.stream()
			.filter((candidate) -> Candidates.pointsBack(this.association, candidate))
			.filter((candidate) -> ColumnNames.same(this.association.foreignKey(), candidate.foreignKey()))
			.map(AssociationProperty::name)
			.toList();
		if (possible.isEmpty()) {
			return "";
		}
		List<String> nearest = Suggestions.nearest(this.name, possible);
		return Suggestions.didYouMean(nearest.isEmpty() ? possible : nearest);
	}

}
