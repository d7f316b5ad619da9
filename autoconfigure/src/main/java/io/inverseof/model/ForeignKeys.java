package io.inverseof.model;

import java.util.List;

import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import org.jspecify.annotations.Nullable;

/**
 * Finds the foreign key columns of a has-one or has-many, which are columns of its
 * target.
 */
final class ForeignKeys {

	private final EntityMapping mapping;

	private final Surroundings surroundings;

	ForeignKeys(EntityMapping mapping, Surroundings surroundings) {
		this.mapping = mapping;
		this.surroundings = surroundings;
	}

	List<String> of(AssociationField field, Class<?> target, List<AssociationProperty> ofTarget, Violations problems) {
		List<AssociationProperty> fitting = ofTarget.stream()
			.filter((candidate) -> candidate.kind() == AssociationKind.BELONGS_TO && !candidate.isPolymorphic())
			.filter((candidate) -> candidate.target().isAssignableFrom(field.owner()))
			.toList();
		ForeignKey annotation = field.annotation(ForeignKey.class);
		List<String> columns = (annotation != null)
				? named(field, target, List.of(annotation.value()), fitting, problems)
				: byDefault(field, target, fitting, ofTarget, problems);
		PolymorphicSides.checkKey(field, columns, ofTarget, problems);
		return columns;
	}

	private List<String> named(AssociationField field, Class<?> target, List<String> names,
			List<AssociationProperty> fitting, Violations problems) {
		if (!KeyColumnCount.isRight(field, field.owner(), names, this.mapping, problems)) {
			return names;
		}
		List<String> columns = this.mapping.columns(target);
		if (this.surroundings.guessesColumns() && !ColumnNames.containsAll(columns, names)) {
			return guessed(field, names, fitting);
		}
		names.stream()
			.filter((name) -> ColumnNames.find(name, columns) == null)
			.forEach((name) -> problems.add(noSuchColumn(field, target, name, columns)));
		return ColumnNames.spelledAs(columns, names);
	}

	/**
	 * With an unknown naming strategy, the association that is named as the inverse or
	 * the only one that points back is meant.
	 */
	private static List<String> guessed(AssociationField field, List<String> names, List<AssociationProperty> fitting) {
		InverseOf inverseOf = field.annotation(InverseOf.class);
		List<AssociationProperty> meant = fitting.stream()
			.filter((candidate) -> inverseOf == null || candidate.name().equals(inverseOf.value()))
			.toList();
		boolean clear = meant.size() == 1 && meant.get(0).followed().isEmpty()
				&& meant.get(0).foreignKey().size() == names.size();
		return clear ? meant.get(0).foreignKey() : names;
	}

	private static String noSuchColumn(AssociationField field, Class<?> target, String name, List<String> columns) {
		List<String> nearest = Suggestions.nearest(name, columns);
		return "%s has the foreign key \"%s\", but %s has no such column.%s".formatted(field, name,
				target.getSimpleName(), nearest.isEmpty() ? " It has %s.".formatted(ColumnNames.joined(columns))
						: Suggestions.didYouMean(nearest));
	}

	private List<String> byDefault(AssociationField field, Class<?> target, List<AssociationProperty> fitting,
			List<AssociationProperty> ofTarget, Violations problems) {
		List<List<String>> keys = fitting.stream().map(AssociationProperty::foreignKey).distinct().toList();
		if (keys.size() == 1) {
			return keys.get(0);
		}
		List<Class<?>> owners = OwnerNames.classes(field.owner(), field.path());
		List<String> found = namedAfter(owners, fitting);
		return (found != null) ? found : conventional(field, target, owners, fitting, ofTarget, problems);
	}

	private static @Nullable List<String> namedAfter(List<Class<?>> owners, List<AssociationProperty> fitting) {
		return owners.stream()
			.flatMap((owner) -> fitting.stream().filter((candidate) -> OwnerNames.isNamedAfter(owner, candidate)))
			.map(AssociationProperty::foreignKey)
			.findFirst()
			.orElse(null);
	}

	private List<String> conventional(AssociationField field, Class<?> target, List<Class<?>> owners,
			List<AssociationProperty> fitting, List<AssociationProperty> ofTarget, Violations problems) {
		List<String> columns = this.mapping.columns(target);
		for (Class<?> owner : owners) {
			if (owner == field.owner() || this.mapping.isEntity(owner)) {
				List<String> names = this.mapping.conventionalForeignKey(owner);
				if (ColumnNames.containsAll(columns, names)) {
					return ColumnNames.spelledAs(columns, names);
				}
			}
		}
		List<String> names = this.mapping.conventionalForeignKey(field.owner());
		problems
			.add(fitting.isEmpty() ? nothingBack(field, target, names, columns) + PolymorphicSides.hint(field, ofTarget)
					: ambiguous(field, target, fitting));
		return names;
	}

	private String nothingBack(AssociationField field, Class<?> target, List<String> names, List<String> columns) {
		Class<?> idType = this.mapping.idType(field.owner());
		return ("%s has the foreign key %s by default, but %s has no such column, only %s. Declare a BelongsTo<%s, %s> in "
				+ "%s, or name the column with @ForeignKey.%s")
			.formatted(field, ColumnNames.joined(names), target.getSimpleName(), ColumnNames.joined(columns),
					field.owner().getSimpleName(), (idType != null) ? TypeNames.wrapper(idType) : "Long",
					target.getSimpleName(), (names.size() == 1) ? Suggestions.didYouMean(names.get(0), columns) : "");
	}

	private static String ambiguous(AssociationField field, Class<?> target, List<AssociationProperty> fitting) {
		List<String> found = fitting.stream()
			.map((candidate) -> "%s (%s)".formatted(candidate, ColumnNames.joined(candidate.foreignKey())))
			.toList();
		return ("%s can use several foreign keys, because %s has more than one association to %s and none is named \"%s\": "
				+ "%s. Say which one, as in %s.")
			.formatted(field, target.getSimpleName(), field.owner().getSimpleName(), OwnerNames.singular(field.owner()),
					String.join(", ", found), ColumnNames.annotation(fitting.get(0).foreignKey()));
	}

}
