package io.inverseof.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import io.inverseof.model.DiscoveredFields.OtherField;

/**
 * Reports annotations on fields that are no associations, so that none is silently
 * ignored.
 */
final class StrayAnnotations {

	private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(InverseOf.class, NoInverse.class,
			ForeignKey.class, ScopedBy.class);

	private StrayAnnotations() {
	}

	static void check(OtherField other, Violations problems) {
		Field field = other.field();
		List<String> found = ANNOTATIONS.stream()
			.filter(field::isAnnotationPresent)
			.map((annotation) -> "@" + annotation.getSimpleName())
			.toList();
		if (!found.isEmpty()) {
			problems.add(
					"%s is annotated with %s, but is not an association: it is %s. Remove the annotation, or declare %s."
						.formatted(other, String.join(" and ", found), description(field),
								"the field as a BelongsTo, HasOne or HasMany"));
		}
	}

	private static String description(Field field) {
		return Modifier.isStatic(field.getModifiers()) ? "static"
				: "of type \"%s\"".formatted(TypeNames.of(field.getGenericType()));
	}

}
