package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * The plain id properties that a belongs-to follows.
 */
final class FollowedProperties {

	private final EntityMapping mapping;

	private final Surroundings surroundings;

	FollowedProperties(EntityMapping mapping, Surroundings surroundings) {
		this.mapping = mapping;
		this.surroundings = surroundings;
	}

	/**
	 * Returns the plain property that a column belongs to.
	 */
	@Nullable Field find(AssociationField field, String column) {
		Field plain = this.mapping.plainProperty(field.owner(), column);
		return (plain == null && this.surroundings.guessesColumns()) ? guessed(field, column) : plain;
	}

	/**
	 * An unknown naming strategy may have put something before the name of a property.
	 */
	private static @Nullable Field guessed(AssociationField field, String column) {
		return FieldHierarchy.of(container(field).toClass())
			.stream()
			.filter((candidate) -> !Modifier.isStatic(candidate.getModifiers()) && !isIdOf(field.owner(), candidate))
			.filter((candidate) -> letters(candidate.getName()).endsWith("id"))
			.filter((candidate) -> letters(column).endsWith(letters(candidate.getName())))
			.max(Comparator.comparingInt((candidate) -> candidate.getName().length()))
			.orElse(null);
	}

	private static boolean isIdOf(Class<?> owner, Field candidate) {
		return candidate.equals(EntityIds.idField(owner));
	}

	private static String letters(String name) {
		return name.replace("_", "").toLowerCase(Locale.ROOT);
	}

	private static ResolvableType container(AssociationField field) {
		return FieldPaths.type(field.owner(), field.path().subList(0, field.path().size() - 1));
	}

	/**
	 * Checks that properties can be followed.
	 * @return whether there is one for each column, beside the association
	 */
	boolean check(AssociationField field, Class<?> target, List<String> columns, List<Field> followed,
			Violations problems) {
		if (followed.size() < columns.size()) {
			problems.add((columns.size() == 1) ? nothing(field, target, columns.get(0)) : partly(field, columns));
			return false;
		}
		Class<?> container = container(field).toClass();
		for (int i = 0; i < columns.size(); i++) {
			Field plain = followed.get(i);
			if (!plain.getDeclaringClass().isAssignableFrom(container)) {
				problems.add(elsewhere(field, columns.get(i), plain));
				return false;
			}
			ReflectionUtils.makeAccessible(plain);
			checkType(field, target, plain, IdParts.type(this.mapping.idType(target), columns.size(), i), problems);
		}
		return true;
	}

	private void checkType(AssociationField field, Class<?> target, Field plain, @Nullable Class<?> expected,
			Violations problems) {
		Class<?> type = ResolvableType.forField(plain, container(field)).resolve(plain.getType());
		if (expected != null && !TypeNames.same(type, expected)) {
			boolean part = expected != this.mapping.idType(target);
			problems.add("%s follows the property %s of type %s, but %s of %s has the type %s. Declare %s as %s."
				.formatted(field, plain.getName(), type.getSimpleName(), part ? "this part of the id" : "the id",
						target.getSimpleName(), TypeNames.wrapper(expected), plain.getName(),
						TypeNames.wrapper(expected)));
		}
	}

	private String nothing(AssociationField field, Class<?> target, String column) {
		List<String> plain = this.mapping.columns(field.owner())
			.stream()
			.filter((candidate) -> this.mapping.plainProperty(field.owner(), candidate) != null)
			.toList();
		Class<?> idType = this.mapping.idType(target);
		return ("%s is to follow the column \"%s\", but no plain property of %s has that column.%s To follow a property, "
				+ "declare it, such as %s %sId; to give the association itself that column, replace @ForeignKey by "
				+ "@Column(\"%s\").")
			.formatted(field, column, field.owner().getSimpleName(), Suggestions.didYouMean(column, plain),
					(idType != null) ? TypeNames.wrapper(idType) : "Long", field.field().getName(), column);
	}

	private String partly(AssociationField field, List<String> columns) {
		List<String> plain = columns.stream().filter((column) -> find(field, column) != null).toList();
		List<String> missing = columns.stream().filter((column) -> !plain.contains(column)).toList();
		return ("%s has the foreign key %s, but only %s is the column of a plain property of %s. Declare a property for %s "
				+ "as well, or for none of them.")
			.formatted(field, ColumnNames.joined(columns), ColumnNames.joined(plain), field.owner().getSimpleName(),
					ColumnNames.joined(missing));
	}

	private static String elsewhere(AssociationField field, String column, Field plain) {
		return ("%s is to follow the column \"%s\", which the property %s of %s maps, in another object than the one that "
				+ "declares the association. Declare both in the same class.")
			.formatted(field, column, plain.getName(), plain.getDeclaringClass().getSimpleName());
	}

}
