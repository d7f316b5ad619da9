package io.inverseof.model;

import java.util.List;

import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import org.jspecify.annotations.Nullable;

/**
 * Finds the other side of an association: the rules of {@code docs/inverse-detection.md},
 * in their order.
 */
final class InverseDetection {

	private final EntityMapping mapping;

	private final DetectionFlags flags;

	private final Surroundings surroundings;

	InverseDetection(EntityMapping mapping, DetectionFlags flags, Surroundings surroundings) {
		this.mapping = mapping;
		this.flags = flags;
		this.surroundings = surroundings;
	}

	/**
	 * Completes an association with what is found among those of its target.
	 */
	void link(AssociationProperty association, List<AssociationProperty> ofTarget, Violations problems) {
		Inverse inverse = detect(association, ofTarget, problems);
		String obstacle = obstacleToFilling(association, inverse);
		association.link(keySide(association, ofTarget),
				(obstacle != null) ? Reasons.notFilled(inverse, obstacle) : inverse,
				inverse.exists() && obstacle == null);
	}

	private Inverse detect(AssociationProperty association, List<AssociationProperty> ofTarget, Violations problems) {
		if (association.isThrough()) {
			return none(Reasons.through(association));
		}
		InverseOf inverseOf = association.field().getAnnotation(InverseOf.class);
		if (association.field().isAnnotationPresent(NoInverse.class)) {
			return none(Reasons.noInverse(association));
		}
		if (association.isPolymorphic()) {
			return none(Reasons.polymorphic(association, ofTarget));
		}
		if (inverseOf != null) {
			return new DeclaredInverse(association, inverseOf, ofTarget, this.mapping).resolve(problems);
		}
		if (association.scopeShape().narrows() && !this.flags.automaticScopeInversing()) {
			return none(Reasons.narrowed(association));
		}
		return choose(association, Candidates.of(association, ofTarget));
	}

	private Inverse choose(AssociationProperty association, Candidates candidates) {
		List<AssociationProperty> qualified = candidates.qualified();
		if (qualified.isEmpty()) {
			return none(candidates.disqualified().isEmpty() ? Reasons.nothingBack(association)
					: Reasons.nothingQualifies(association, candidates.disqualified()));
		}
		if (qualified.size() == 1) {
			AssociationProperty only = qualified.get(0);
			return unlessPlural(association, only,
					PolymorphicSides.isSide(only) ? Reasons.as(association, only) : Reasons.onlyOne(association, only));
		}
		return byConvention(association, qualified);
	}

	private Inverse byConvention(AssociationProperty association, List<AssociationProperty> qualified) {
		for (Class<?> owner : OwnerNames.classes(association.owner(), association.path())) {
			List<AssociationProperty> named = qualified.stream()
				.filter((candidate) -> OwnerNames.isNamedAfter(owner, candidate))
				.toList();
			if (named.size() == 1) {
				return unlessPlural(association, named.get(0),
						Reasons.namedAfter(association, named.get(0), owner, qualified));
			}
			if (!named.isEmpty()) {
				break;
			}
		}
		return none(Reasons.ambiguous(association, qualified));
	}

	private Inverse unlessPlural(AssociationProperty association, AssociationProperty inverse, String reason) {
		if (inverse.kind() == AssociationKind.HAS_MANY && !this.flags.automaticallyInvertPluralAssociations()) {
			return none(Reasons.plural(association, inverse));
		}
		return new Inverse(inverse, reason, false);
	}

	private static Inverse none(String reason) {
		return new Inverse(null, reason, false);
	}

	private @Nullable String obstacleToFilling(AssociationProperty association, Inverse inverse) {
		AssociationProperty other = inverse.association();
		if (other == null || association.kind() != AssociationKind.BELONGS_TO) {
			return null;
		}
		if (other.scopeShape().narrows()) {
			return "it has " + Reasons.describe(other.scopeShape(), false);
		}
		boolean filled = other.kind() == AssociationKind.HAS_ONE || this.surroundings.fillsHasMany(this.flags, inverse);
		return filled ? null : "inverseof.has-many-inversing is off";
	}

	/**
	 * The belongs-to that holds the key, whatever annotations, flags and scopes say.
	 */
	private static @Nullable AssociationProperty keySide(AssociationProperty association,
			List<AssociationProperty> ofTarget) {
		return ofTarget.stream()
			.filter((candidate) -> association.kind() != AssociationKind.BELONGS_TO && !association.isThrough())
			.filter((candidate) -> Candidates.pointsBack(association, candidate))
			.filter((candidate) -> ColumnNames.same(association.foreignKey(), candidate.foreignKey()))
			.findFirst()
			.orElse(null);
	}

}
