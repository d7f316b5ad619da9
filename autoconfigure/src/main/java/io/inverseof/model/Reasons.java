package io.inverseof.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The sentences that explain what the detection found.
 */
final class Reasons {

	private Reasons() {
	}

	static String declared(AssociationProperty association, AssociationProperty inverse) {
		return "%s is named by @InverseOf on %s.".formatted(inverse, association);
	}

	static String onlyOne(AssociationProperty association, AssociationProperty inverse) {
		return "%s is the only association of %s back to %s on %s.".formatted(inverse,
				association.target().getSimpleName(), association.owner().getSimpleName(), columns(association));
	}

	static String namedAfter(AssociationProperty association, AssociationProperty inverse, Class<?> owner,
			List<AssociationProperty> candidates) {
		return "Of the associations of %s back to %s on %s (%s), %s is the one named after %s.".formatted(
				association.target().getSimpleName(), association.owner().getSimpleName(), columns(association),
				names(candidates), inverse, owner.getSimpleName());
	}

	static String as(AssociationProperty association, AssociationProperty inverse) {
		return "%s is the polymorphic belongs-to that @As(\"%s\") on %s names.".formatted(inverse, inverse.name(),
				association);
	}

	static String polymorphic(AssociationProperty association, List<AssociationProperty> ofTargets) {
		List<String> inverses = ofTargets.stream()
			.filter((candidate) -> PolymorphicSides.inverse(association,
					associationsOf(candidate, ofTargets)) == candidate)
			.map((inverse) -> "%s for \"%s\"".formatted(inverse, PolymorphicTargets.nameOf(inverse.owner())))
			.toList();
		return "None: the stored type decides, %s."
			.formatted(inverses.isEmpty() ? "and no class has exactly one has-one that is annotated with @As(\"%s\")"
				.formatted(association.name()) : String.join(", ", inverses));
	}

	private static List<AssociationProperty> associationsOf(AssociationProperty one, List<AssociationProperty> all) {
		return all.stream().filter((other) -> other.owner() == one.owner()).toList();
	}

	/**
	 * Explains that the inverse is known, but takes nothing in by itself.
	 */
	static Inverse notFilled(Inverse inverse, String obstacle) {
		String sentence = inverse.reason().substring(0, inverse.reason().length() - 1);
		return new Inverse(inverse.association(), "%s, but is not filled, because %s.".formatted(sentence, obstacle),
				inverse.declared());
	}

	static String noInverse(AssociationProperty association) {
		return "None: @NoInverse on %s switches the detection off.".formatted(association);
	}

	static String through(AssociationProperty association) {
		return "None: %s goes through %s, so that its targets do not refer to %s themselves.".formatted(association,
				(association.through() != null) ? association.through().join() : "another association",
				association.owner().getSimpleName());
	}

	static String narrowed(AssociationProperty association) {
		return ("None: %s has %s, and inverseof.automatic-scope-inversing is off. Switch it on, as load-defaults 7.0 and "
				+ "later do, or name the inverse with @InverseOf.")
			.formatted(association, describe(association.scopeShape(), false));
	}

	static String nothingBack(AssociationProperty association) {
		return "None: %s has no %s back to %s.".formatted(association.target().getSimpleName(),
				(association.kind() == AssociationKind.BELONGS_TO) ? "has-one or has-many" : "belongs-to",
				association.owner().getSimpleName());
	}

	static String nothingQualifies(AssociationProperty association, List<String> disqualified) {
		return "None: no association of %s back to %s on %s qualifies: %s.".formatted(
				association.target().getSimpleName(), association.owner().getSimpleName(), columns(association),
				String.join(", ", disqualified));
	}

	static String ambiguous(AssociationProperty association, List<AssociationProperty> candidates) {
		return ("None: %s has several associations back to %s on %s (%s), and not exactly one of them is named after %s. "
				+ "Name the inverse with @InverseOf.")
			.formatted(association.target().getSimpleName(), association.owner().getSimpleName(), columns(association),
					names(candidates), association.owner().getSimpleName());
	}

	static String plural(AssociationProperty association, AssociationProperty hasMany) {
		return ("None: %s is a has-many, and inverseof.automatically-invert-plural-associations is off. Switch it on, or "
				+ "annotate %s with @InverseOf(\"%s\").")
			.formatted(hasMany, association, hasMany.name());
	}

	/**
	 * Names what a scope does that is in the way.
	 */
	static String describe(ScopeShape shape, boolean sortMatters) {
		List<String> parts = new ArrayList<>();
		if (shape.filter()) {
			parts.add("a filter");
		}
		if (shape.sort() && sortMatters) {
			parts.add("a sort");
		}
		if (shape.limit()) {
			parts.add("a limit");
		}
		return String.join(" and ", parts);
	}

	private static String columns(AssociationProperty association) {
		return ColumnNames.joined(association.foreignKey());
	}

	private static String names(List<AssociationProperty> candidates) {
		return String.join(", ", candidates.stream().map(AssociationProperty::name).toList());
	}

}
