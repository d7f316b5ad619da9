package io.inverseof.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import io.inverseof.As;
import io.inverseof.BatchSize;
import io.inverseof.CounterCache;
import io.inverseof.Dependent;
import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.Polymorphic;
import io.inverseof.ScopedBy;
import io.inverseof.StrictLoading;
import io.inverseof.Through;
import io.inverseof.Touch;
import io.inverseof.model.DiscoveredFields.OtherField;

/**
 * Reports annotations on fields that are neither associations nor back references, so
 * that none is silently ignored.
 */
final class StrayAnnotations {

	private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(InverseOf.class, NoInverse.class,
			ForeignKey.class, ScopedBy.class, BatchSize.class, StrictLoading.class, Dependent.class, Through.class,
			Polymorphic.class, As.class, CounterCache.class, Touch.class);

	private StrayAnnotations() {
	}

	/**
	 * Tells whether a field has the annotation that makes it a back reference, and no
	 * other of ours.
	 */
	static boolean isBackReference(OtherField other) {
		return BackReference.isDeclaredBy(other.field()) && found(other).size() == 1;
	}

	static void check(OtherField other, Violations problems) {
		List<Class<? extends Annotation>> found = found(other);
		if (found.equals(List.of(InverseOf.class))) {
			problems.add(
					("%s is annotated with @InverseOf, but is neither an association nor a back reference: it is %s. Remove "
							+ "the annotation, or declare the field as a BelongsTo, HasOne or HasMany, or as the class "
							+ "that contains this %s in the same aggregate.")
						.formatted(other, description(other.field()), other.owner().getSimpleName()));
		}
		else if (!found.isEmpty()) {
			problems.add(
					"%s is annotated with %s, but is not an association: it is %s. Remove the annotation, or declare %s."
						.formatted(other, names(found), description(other.field()),
								"the field as a BelongsTo, HasOne or HasMany"));
		}
	}

	private static List<Class<? extends Annotation>> found(OtherField other) {
		return ANNOTATIONS.stream().filter(other.field()::isAnnotationPresent).toList();
	}

	private static String names(List<Class<? extends Annotation>> annotations) {
		return String.join(" and ", annotations.stream().map((type) -> "@" + type.getSimpleName()).toList());
	}

	private static String description(Field field) {
		return Modifier.isStatic(field.getModifiers()) ? "static"
				: "of type \"%s\"".formatted(TypeNames.of(field.getGenericType()));
	}

}
