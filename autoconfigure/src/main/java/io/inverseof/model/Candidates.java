package io.inverseof.model;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.NoInverse;
import org.jspecify.annotations.Nullable;

/**
 * The associations of the target that could be the inverse of an association, and why the
 * others could not.
 */
record Candidates(List<AssociationProperty> qualified, List<String> disqualified) {

	static Candidates of(AssociationProperty association, List<AssociationProperty> ofTarget) {
		Candidates candidates = new Candidates(new ArrayList<>(), new ArrayList<>());
		ofTarget.stream()
			.filter((candidate) -> pointsBack(association, candidate))
			.forEach((candidate) -> candidates.add(association, candidate));
		return candidates;
	}

	/**
	 * Tells whether an association of the target is of the opposite kind and refers to
	 * the owner.
	 */
	static boolean pointsBack(AssociationProperty association, AssociationProperty candidate) {
		if (PolymorphicSides.isSide(association) || PolymorphicSides.isSide(candidate)) {
			return PolymorphicSides.isPair(association, candidate);
		}
		return isOpposite(association.kind(), candidate.kind()) && !candidate.isThrough()
				&& candidate.target().isAssignableFrom(association.owner());
	}

	static boolean isOpposite(AssociationKind kind, AssociationKind other) {
		return (kind == AssociationKind.BELONGS_TO) != (other == AssociationKind.BELONGS_TO);
	}

	private void add(AssociationProperty association, AssociationProperty candidate) {
		String obstacle = obstacle(association, candidate);
		if (obstacle == null) {
			this.qualified.add(candidate);
		}
		else {
			this.disqualified.add(candidate + " " + obstacle);
		}
	}

	private static @Nullable String obstacle(AssociationProperty association, AssociationProperty candidate) {
		if (!ColumnNames.same(association.foreignKey(), candidate.foreignKey())) {
			return "is on " + ColumnNames.joined(candidate.foreignKey());
		}
		if (candidate.field().isAnnotationPresent(NoInverse.class)) {
			return "is annotated with @NoInverse";
		}
		ScopeShape shape = candidate.scopeShape();
		boolean sorts = candidate.kind() == AssociationKind.HAS_ONE && shape.sort();
		return (shape.narrows() || sorts) ? "has " + Reasons.describe(shape, sorts) : null;
	}

}
