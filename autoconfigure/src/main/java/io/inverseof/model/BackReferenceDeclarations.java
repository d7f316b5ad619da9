package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.InverseOf;
import io.inverseof.model.DiscoveredFields.OtherField;

/**
 * Checks fields that are meant as back references inside an aggregate.
 */
final class BackReferenceDeclarations {

	private final Collection<Class<?>> entities;

	/**
	 * Creates the check.
	 * @param entities the classes that are known, among which are subclasses of parents
	 */
	BackReferenceDeclarations(Collection<Class<?>> entities) {
		this.entities = entities;
	}

	void check(OtherField other, Violations problems) {
		Class<?> parent = other.type().toClass();
		Class<?> member = FieldPaths.type(other.owner(), other.path().subList(0, other.path().size() - 1)).toClass();
		String name = other.field().getAnnotation(InverseOf.class).value();
		List<ContainedEntities> parents = parents(parent);
		List<String> possible = parents.stream().flatMap((each) -> each.pathsTo(member).stream()).distinct().toList();
		if (possible.contains(name)) {
			checkMutable(other, problems);
			return;
		}
		boolean exists = parents.stream().anyMatch((each) -> each.hasProperty(name));
		String mismatch = possible.isEmpty() ? nothing(parent, member)
				: (exists ? otherContent(parent, name, member) : missing(parent)) + suggestion(name, possible);
		problems.add("%s names \"%s\" with @InverseOf, but %s".formatted(other, name, mismatch));
	}

	/**
	 * What contains the entity may be declared by subclasses alone.
	 */
	private List<ContainedEntities> parents(Class<?> type) {
		Stream<Class<?>> subtypes = this.entities.stream()
			.filter((entity) -> entity != type && type.isAssignableFrom(entity));
		return Stream.concat(Stream.of(type), subtypes).map(ContainedEntities::of).toList();
	}

	private static String nothing(Class<?> parent, Class<?> member) {
		return ("no property of %s contains %s. A back reference is of the class around it in the same aggregate; an "
				+ "association to another aggregate is a BelongsTo.")
			.formatted(parent.getSimpleName(), member.getSimpleName());
	}

	private static String otherContent(Class<?> parent, String name, Class<?> member) {
		return "%s.%s does not contain %s.".formatted(parent.getSimpleName(), name, member.getSimpleName());
	}

	private static String missing(Class<?> parent) {
		return "%s has no such property.".formatted(parent.getSimpleName());
	}

	/**
	 * Near names first; otherwise all that would do.
	 */
	private static String suggestion(String written, List<String> possible) {
		List<String> nearest = Suggestions.nearest(written, possible);
		return Suggestions.didYouMean(nearest.isEmpty() ? possible : nearest);
	}

	private static void checkMutable(OtherField other, Violations problems) {
		Field field = other.field();
		if (field.getDeclaringClass().isRecord()) {
			problems.add(("%s is a back reference in a record. A parent is made after what it contains, when a record "
					+ "cannot be changed any more. Write %s as a class, or remove the component.")
				.formatted(other, field.getDeclaringClass().getSimpleName()));
		}
		else if (Modifier.isFinal(field.getModifiers())) {
			problems.add(("%s is a back reference in a final field. A parent is made after what it contains, and final "
					+ "fields are never written. Make the field mutable.")
				.formatted(other));
		}
	}

}
