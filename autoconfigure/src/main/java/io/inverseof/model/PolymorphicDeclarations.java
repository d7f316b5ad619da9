package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import io.inverseof.As;
import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import io.inverseof.Polymorphic;
import io.inverseof.ScopedBy;
import io.inverseof.Through;
import org.jspecify.annotations.Nullable;

/**
 * Checks how both sides of a polymorphic association are declared.
 */
final class PolymorphicDeclarations {

	private final EntityMapping mapping;

	private final PolymorphicTargets targets;

	PolymorphicDeclarations(EntityMapping mapping, PolymorphicTargets targets) {
		this.mapping = mapping;
		this.targets = targets;
	}

	/**
	 * Checks that the annotations are on associations of the right kind.
	 */
	static void checkKind(AssociationField field, Violations problems) {
		boolean belongsTo = field.kind() == AssociationKind.BELONGS_TO;
		As as = field.annotation(As.class);
		if (field.isAnnotated(Polymorphic.class) && !belongsTo) {
			problems.add(("%s is annotated with @Polymorphic, but is a %s: only the belongs-to at the other side has a "
					+ "column for the type. Name that belongs-to here, as in @As(\"imageable\"), and put @Polymorphic on it.")
				.formatted(field, field.kind().label()));
		}
		if (as != null && belongsTo) {
			problems
				.add(("%s is annotated with @As(\"%s\"), but is a belongs-to: only a has-one or has-many is the other "
						+ "side of a polymorphic belongs-to. Write @Polymorphic, or remove the annotation.")
					.formatted(field, as.value()));
		}
	}

	static boolean isPolymorphic(AssociationField field) {
		return field.kind() == AssociationKind.BELONGS_TO && field.isAnnotated(Polymorphic.class);
	}

	/**
	 * Tells whether the annotation may be what a belongs-to lacks, because its targets
	 * are not of one class.
	 */
	static boolean isMissing(AssociationField field, Class<?> target) {
		return field.kind() == AssociationKind.BELONGS_TO
				&& (target == Object.class || Modifier.isAbstract(target.getModifiers()));
	}

	static String missing(AssociationField field, Class<?> target) {
		return ("%s refers to %s, which is no entity, so that there is no table a key could refer to. Annotate it with "
				+ "@Polymorphic if its targets are of several classes, for a second column that says which; or refer to "
				+ "an aggregate root.")
			.formatted(field, target.getSimpleName());
	}

	static boolean isAs(AssociationField field) {
		return field.kind() != AssociationKind.BELONGS_TO && field.isAnnotated(As.class)
				&& !field.isAnnotated(Through.class);
	}

	/**
	 * Returns the key of a polymorphic belongs-to, which follows no property.
	 */
	static BelongsToKeys.Key key(AssociationField field, BelongsToKeys keys, Violations problems) {
		ForeignKey foreignKey = field.annotation(ForeignKey.class);
		return (foreignKey != null) ? new BelongsToKeys.Key(List.of(foreignKey.value()), List.of())
				: keys.own(field, problems);
	}

	/**
	 * Makes a belongs-to polymorphic.
	 */
	void distinguish(AssociationField field, AssociationProperty property, Violations problems) {
		String column = this.mapping.typeColumn(field.owner(), field.path());
		property.distinguishBy(new TypeColumn(column, null), this.targets);
		if (field.isAnnotated(ScopedBy.class)) {
			problems
				.add(("%s is polymorphic and has a scope, but its targets are rows of several tables, which have no "
						+ "columns in common that a scope could name. Remove @ScopedBy.")
					.formatted(field));
		}
		if (property.foreignKey().size() > 1) {
			problems.add(
					("%s is polymorphic and has a composite key (%s), which is not supported. Give the targets an id of "
							+ "one column, or declare one belongs-to for each class.")
						.formatted(field, ColumnNames.joined(property.foreignKey())));
		}
		else if (field.isAnnotated(ForeignKey.class)) {
			problems.add(foreignKey(field, property.foreignKey().get(0)));
		}
		Field plain = this.mapping.plainProperty(field.owner(), column);
		if (plain != null) {
			problems.add(
					("%s has the column %s for its type, which the property %s maps as well. Remove the property, or name "
							+ "another column, as in @Polymorphic(typeColumn = \"%s_kind\").")
						.formatted(field, column, plain.getName(), field.field().getName()));
		}
	}

	private String foreignKey(AssociationField field, String column) {
		Field plain = this.mapping.plainProperty(field.owner(), column);
		return (plain != null)
				? ("%s is polymorphic and has @ForeignKey, so that it would follow the property %s, which cannot say "
						+ "which class it is an id of. Remove the property, and name the column with @Column(\"%s\").")
					.formatted(field, plain.getName(), column)
				: ("%s is polymorphic and has @ForeignKey(\"%s\"), which names a property to follow. Name the column with "
						+ "@Column(\"%s\") instead.")
					.formatted(field, column, column);
	}

	/**
	 * Checks that no other column of the entity is the type column, once all of its
	 * associations are known.
	 */
	void checkColumns(AssociationProperty property, List<AssociationProperty> ofOwner, Violations problems) {
		String column = columnOf(property);
		for (AssociationProperty other : ofOwner.subList(0, ofOwner.indexOf(property))) {
			if (other.isPolymorphic() && columnOf(other).equalsIgnoreCase(column)) {
				problems
					.add(("%s and %s both have the column %s for their type, which may differ. Name another column for "
							+ "one of them, as in @Polymorphic(typeColumn = \"%s_kind\").")
						.formatted(other, property, column, property.field().getName()));
			}
		}
		ofOwner.stream()
			.filter((other) -> other.kind() == AssociationKind.BELONGS_TO && other.followed().isEmpty())
			.filter((other) -> ColumnNames.find(column, other.foreignKey()) != null)
			.forEach((other) -> problems.add(("%s has the column %s for its type, which is the key of %s. Name another "
					+ "column, as in @Polymorphic(typeColumn = \"%s_kind\").")
				.formatted(property, column, (other == property) ? "the same association" : other,
						property.field().getName())));
	}

	/**
	 * Checks which classes a belongs-to may refer to, once all of them are known.
	 */
	void checkTargets(AssociationProperty property, Violations problems) {
		if (this.targets == PolymorphicTargets.NONE) {
			return;
		}
		if (this.targets.of(property).isEmpty()) {
			problems
				.add(("%s is polymorphic, but no entity of this application that fits %s has an id of type %s. Declare a type "
						+ "that the targets have in common, as in BelongsTo<Object, Long>, and the type of their ids.")
					.formatted(property, property.target().getSimpleName(),
							TypeNames.wrapper(PolymorphicTargets.idType(property))));
		}
		for (List<Class<?>> types : this.targets.ambiguous(property)) {
			problems.add(
					("%s may refer to %s, which all have the name \"%s\", so that its column %s cannot tell them apart. "
							+ "Give them different names with @TypeAlias.")
						.formatted(property, String.join(" and ", types.stream().map(Class::getName).sorted().toList()),
								PolymorphicTargets.nameOf(types.get(0)), columnOf(property)));
		}
	}

	private static String columnOf(AssociationProperty property) {
		TypeColumn column = property.typeColumn();
		return (column != null) ? column.name() : "";
	}

	/**
	 * Finds the polymorphic belongs-to that a has-one or has-many is the other side of.
	 * @return the belongs-to, or {@code null} if there is a problem
	 */
	@Nullable AssociationProperty other(AssociationField field, Class<?> target, List<AssociationProperty> ofTarget,
			Violations problems) {
		As as = field.annotation(As.class);
		String name = (as != null) ? as.value() : "";
		AssociationProperty found = ofTarget.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElse(null);
		String problem = (found != null) ? mismatch(field, found, ofTarget) : missing(target, name, ofTarget);
		if (problem != null) {
			problems.add("%s names \"%s\" with @As, but %s".formatted(field, name, problem));
			return null;
		}
		return (found != null && isSameKey(field, found, problems)) ? found : null;
	}

	private String missing(Class<?> target, String name, List<AssociationProperty> ofTarget) {
		List<String> possible = PolymorphicSides.polymorphic(ofTarget).stream().map(AssociationProperty::name).toList();
		List<String> nearest = Suggestions.nearest(name, possible);
		boolean isProperty = this.mapping.hasProperty(target, name);
		return (isProperty ? "%s.%s is not an association.".formatted(target.getSimpleName(), name)
				: "%s has no such association.".formatted(target.getSimpleName()))
				+ (possible.isEmpty()
						? " Declare a belongs-to of that name in %s and annotate it with @Polymorphic."
							.formatted(target.getSimpleName())
						: Suggestions.didYouMean(nearest.isEmpty() ? possible : nearest));
	}

	private @Nullable String mismatch(AssociationField field, AssociationProperty found,
			List<AssociationProperty> ofTarget) {
		if (!found.isPolymorphic()) {
			List<String> possible = PolymorphicSides.polymorphic(ofTarget)
				.stream()
				.map(AssociationProperty::name)
				.toList();
			return (found.kind() == AssociationKind.BELONGS_TO)
					? "%s is not polymorphic. Annotate it with @Polymorphic, or remove @As.%s".formatted(found,
							Suggestions.didYouMean(possible))
					: "%s is a %s and not a polymorphic belongs-to.%s".formatted(found, found.kind().label(),
							Suggestions.didYouMean(possible));
		}
		if (!found.target().isAssignableFrom(field.owner())) {
			return "%s refers to objects of %s, which %s is not. Let %s %s %s, or declare a more general type there."
				.formatted(found, found.target().getSimpleName(), field.owner().getSimpleName(),
						field.owner().getSimpleName(), found.target().isInterface() ? "implement" : "extend",
						found.target().getSimpleName());
		}
		Class<?> declared = PolymorphicTargets.idType(found);
		Class<?> actual = this.mapping.idType(field.owner());
		return (declared == Object.class || actual == null || TypeNames.same(declared, actual)) ? null
				: "%s has keys of type %s, while the id of %s has the type %s: both must be the same.".formatted(found,
						TypeNames.wrapper(declared), field.owner().getSimpleName(), TypeNames.wrapper(actual));
	}

	private boolean isSameKey(AssociationField field, AssociationProperty found, Violations problems) {
		ForeignKey foreignKey = field.annotation(ForeignKey.class);
		if (foreignKey == null || ColumnNames.same(List.of(foreignKey.value()), found.foreignKey())) {
			return true;
		}
		problems.add("%s has the foreign key %s, but is the other side of %s, which has %s. Remove @ForeignKey."
			.formatted(field, ColumnNames.joined(List.of(foreignKey.value())), found,
					ColumnNames.joined(found.foreignKey())));
		return false;
	}

	/**
	 * Checks the name of the inverse of a polymorphic belongs-to against all classes that
	 * it may refer to.
	 */
	void checkInverse(AssociationProperty property, List<AssociationProperty> ofTargets, Violations problems) {
		InverseOf inverseOf = property.field().getAnnotation(InverseOf.class);
		if (inverseOf == null || this.targets == PolymorphicTargets.NONE) {
			return;
		}
		List<AssociationProperty> named = ofTargets.stream()
			.filter((candidate) -> candidate.name().equals(inverseOf.value()))
			.toList();
		if (named.stream().noneMatch((candidate) -> PolymorphicSides.isPair(property, candidate))) {
			List<String> possible = ofTargets.stream()
				.filter((candidate) -> PolymorphicSides.isPair(property, candidate))
				.map(AssociationProperty::name)
				.distinct()
				.toList();
			problems.add(
					("%s names \"%s\" with @InverseOf, but no class that it may refer to has an association of that name "
							+ "that is annotated with @As(\"%s\").%s")
						.formatted(property, inverseOf.value(), property.name(), Suggestions.didYouMean(possible)));
		}
	}

}
