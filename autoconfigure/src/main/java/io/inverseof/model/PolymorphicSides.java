package io.inverseof.model;

import java.util.List;

import io.inverseof.As;
import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import org.jspecify.annotations.Nullable;

/**
 * Says which associations are the two sides of a polymorphic one: a belongs-to that is
 * annotated with {@link io.inverseof.Polymorphic}, and a has-one or has-many that names
 * it with {@link As}.
 */
final class PolymorphicSides {

	private PolymorphicSides() {
	}

	/**
	 * Tells whether one association is a polymorphic belongs-to, or the other side of
	 * one.
	 */
	static boolean isSide(AssociationProperty association) {
		return association.typeColumn() != null;
	}

	/**
	 * Tells whether two associations, one of which is a {@linkplain #isSide side}, are
	 * both sides of the same.
	 */
	static boolean isPair(AssociationProperty one, AssociationProperty other) {
		return isOther(one, other) || isOther(other, one);
	}

	private static boolean isOther(AssociationProperty children, AssociationProperty belongsTo) {
		As as = children.field().getAnnotation(As.class);
		return as != null && belongsTo.isPolymorphic() && belongsTo.name().equals(as.value())
				&& children.target().isAssignableFrom(belongsTo.owner())
				&& belongsTo.target().isAssignableFrom(children.owner());
	}

	/**
	 * Tells whether a field says that it is the other side of a belongs-to.
	 */
	static boolean isNamedBy(AssociationField field, AssociationProperty belongsTo) {
		As as = field.annotation(As.class);
		return as != null && as.value().equals(belongsTo.name()) && belongsTo.owner() == field.target();
	}

	/**
	 * Finds the has-one or has-many of a class that is the inverse of a polymorphic
	 * belongs-to while that refers to an object of the class.
	 */
	static @Nullable AssociationProperty inverse(AssociationProperty belongsTo,
			Iterable<AssociationProperty> ofTarget) {
		if (belongsTo.field().isAnnotationPresent(NoInverse.class)) {
			return null;
		}
		InverseOf inverseOf = belongsTo.field().getAnnotation(InverseOf.class);
		AssociationProperty found = null;
		for (AssociationProperty candidate : ofTarget) {
			boolean qualifies = isOther(candidate, belongsTo) && ((inverseOf != null)
					? candidate.name().equals(inverseOf.value()) : isInverseByItself(candidate));
			if (qualifies && found != null) {
				return null;
			}
			found = qualifies ? candidate : found;
		}
		return (found != null && !found.scopeShape().narrows()) ? found : null;
	}

	private static boolean isInverseByItself(AssociationProperty candidate) {
		ScopeShape shape = candidate.scopeShape();
		return candidate.kind() == AssociationKind.HAS_ONE && !candidate.field().isAnnotationPresent(NoInverse.class)
				&& !shape.narrows() && !shape.sort();
	}

	/**
	 * Says which polymorphic belongs-to a has-one or has-many may be meant to be the
	 * other side of, if there is one.
	 */
	static String hint(AssociationField field, List<AssociationProperty> ofTarget) {
		return polymorphic(ofTarget).stream()
			.filter((candidate) -> candidate.target().isAssignableFrom(field.owner()))
			.map((candidate) -> " If it is the other side of %s, annotate it with @As(\"%s\").".formatted(candidate,
					candidate.name()))
			.findFirst()
			.orElse("");
	}

	/**
	 * Checks that the key of an ordinary has-one or has-many is not half of a polymorphic
	 * one: rows that refer to objects of other classes have the same ids in it.
	 */
	static void checkKey(AssociationField field, List<String> columns, List<AssociationProperty> ofTarget,
			Violations problems) {
		polymorphic(ofTarget).stream()
			.filter((candidate) -> ColumnNames.same(columns, candidate.foreignKey()))
			.forEach((candidate) -> problems.add(
					("%s has the foreign key %s, which is that of the polymorphic %s, so that it would find rows that refer "
							+ "to objects of other classes. %s")
						.formatted(field, ColumnNames.joined(columns), candidate, instead(field, candidate))));
	}

	private static String instead(AssociationField field, AssociationProperty belongsTo) {
		String as = field.isAnnotated(ForeignKey.class) ? "Replace @ForeignKey by @As(\"%s\")"
				: "Annotate it with @As(\"%s\")";
		return belongsTo.target().isAssignableFrom(field.owner()) ? as.formatted(belongsTo.name()) + "."
				: "Remove it, or name another column.";
	}

	/**
	 * Returns the polymorphic associations among others.
	 */
	static List<AssociationProperty> polymorphic(List<AssociationProperty> associations) {
		return associations.stream().filter(AssociationProperty::isPolymorphic).toList();
	}

}
