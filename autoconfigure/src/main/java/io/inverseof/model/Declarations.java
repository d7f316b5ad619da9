package io.inverseof.model;

import java.lang.annotation.Annotation;
import java.util.List;

import io.inverseof.BatchSize;
import io.inverseof.CounterCache;
import io.inverseof.Dependent;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.Touch;
import org.jspecify.annotations.Nullable;

/**
 * Checks how an association is declared, apart from its key and its scope.
 */
final class Declarations {

	private final EntityMapping mapping;

	Declarations(EntityMapping mapping) {
		this.mapping = mapping;
	}

	/**
	 * Returns the target of an association.
	 * @return the class, or {@code null} if there can be no association
	 */
	@Nullable Class<?> target(AssociationField field, Violations problems) {
		Class<?> target = field.target();
		if (target == null || (isBelongsTo(field) && field.argument(1) == null)) {
			problems.add(
					"%s is declared as \"%s\", which does not say what it refers to. Write the type arguments, as in %s."
						.formatted(field, TypeNames.of(field.field().getGenericType()), example(field)));
			return null;
		}
		if (!PolymorphicDeclarations.isPolymorphic(field) && !this.mapping.isEntity(target)) {
			problems.add(PolymorphicDeclarations.isMissing(field, target)
					? PolymorphicDeclarations.missing(field, target)
					: ("%s refers to %s, which has no property annotated with @Id, so that there is nothing a key could "
							+ "refer to. Refer to an aggregate root, or give %s an @Id.")
						.formatted(field, target.getSimpleName(), target.getSimpleName()));
			return null;
		}
		return target;
	}

	private static boolean isBelongsTo(AssociationField field) {
		return field.kind() == AssociationKind.BELONGS_TO;
	}

	private static String example(AssociationField field) {
		return switch (field.kind()) {
			case BELONGS_TO -> "BelongsTo<Author, Long>";
			case HAS_ONE -> "HasOne<Profile>";
			case HAS_MANY -> "HasMany<Post>";
		};
	}

	void checkAnnotations(AssociationField field, Violations problems) {
		InverseOf inverseOf = field.annotation(InverseOf.class);
		if (inverseOf != null && field.isAnnotated(NoInverse.class)) {
			problems.add("%s is annotated with both @InverseOf(\"%s\") and @NoInverse, which contradict each other. "
				.formatted(field, inverseOf.value()) + "Remove one of them.");
		}
		BatchSize batchSize = field.annotation(BatchSize.class);
		if (batchSize != null && batchSize.value() < 1) {
			problems.add(("%s is annotated with @BatchSize(%d), but a query asks for at least one key. Use a positive "
					+ "number; 1 loads one by one.")
				.formatted(field, batchSize.value()));
		}
		PolymorphicDeclarations.checkKind(field, problems);
		checkDependent(field, problems);
		checkObserved(field, problems);
	}

	private static void checkObserved(AssociationField field, Violations problems) {
		for (Class<? extends Annotation> annotation : List.of(CounterCache.class, Touch.class)) {
			if (field.isAnnotated(annotation) && !isBelongsTo(field)) {
				problems.add(
						("%s is annotated with @%s, but is a %s: the row that refers to the other one says so. Move the "
								+ "annotation to the belongs-to at the other side.")
							.formatted(field, annotation.getSimpleName(), field.kind().label()));
			}
		}
	}

	private static void checkDependent(AssociationField field, Violations problems) {
		Dependent dependent = field.annotation(Dependent.class);
		if (dependent != null && isBelongsTo(field)) {
			problems
				.add(("%s is annotated with @Dependent(%s), but is a belongs-to: what it refers to does not depend on "
						+ "%s, and others may refer to it as well. Remove the annotation, or put it on the has-one or "
						+ "has-many at the other side, to delete a %s with its owner.")
					.formatted(field, dependent.value(), field.owner().getSimpleName(), field.owner().getSimpleName()));
		}
	}

	void checkIdType(AssociationField field, Class<?> target, Violations problems) {
		Class<?> declared = field.argument(1);
		Class<?> actual = this.mapping.idType(target);
		if (declared != null && actual != null && !TypeNames.same(declared, actual)) {
			problems.add("%s is a BelongsTo<%s, %s>, but the id of %s has the type %s. Declare it as BelongsTo<%s, %s>."
				.formatted(field, target.getSimpleName(), declared.getSimpleName(), target.getSimpleName(),
						TypeNames.wrapper(actual), target.getSimpleName(), TypeNames.wrapper(actual)));
		}
	}

	/**
	 * Tells whether a class can have an association without a column.
	 */
	boolean canPointAtChildren(AssociationField field, Violations problems) {
		Class<?> declaring = field.field().getDeclaringClass();
		if (declaring.isRecord()) {
			problems.add(
					("%s is a %s in a record. Records are replaced by copies when they are saved, while a %s belongs to "
							+ "one object for good. Write %s as a class, or remove the component and use a finder.")
						.formatted(field, field.kind().label(), field.kind().label(), declaring.getSimpleName()));
			return false;
		}
		if (!this.mapping.isEntity(field.owner())) {
			problems.add(
					("%s is a %s, but %s has no property annotated with @Id, so that no row can refer to it. Give %s an "
							+ "@Id, or remove the field.")
						.formatted(field, field.kind().label(), field.owner().getSimpleName(),
								field.owner().getSimpleName()));
			return false;
		}
		return true;
	}

}
