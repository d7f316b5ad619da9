package io.inverseof.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.inverseof.As;
import io.inverseof.Dependent;
import io.inverseof.ForeignKey;
import io.inverseof.InverseOf;
import io.inverseof.Through;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Finds the way of an association that is annotated with {@link Through}: the association
 * of the same class that leads to the join aggregates, and the one that leads on from
 * there.
 */
final class ThroughDeclarations {

	private static final List<Class<? extends Annotation>> MEANINGLESS = List.of(ForeignKey.class, As.class,
			InverseOf.class, Dependent.class);

	private final Function<Class<?>, List<AssociationProperty>> associations;

	ThroughDeclarations(Function<Class<?>, List<AssociationProperty>> associations) {
		this.associations = associations;
	}

	static boolean isThrough(AssociationField field) {
		return field.isAnnotated(Through.class);
	}

	/**
	 * A belongs-to has its key itself, so that there is nothing to go through.
	 */
	static void checkBelongsTo(AssociationField field, Violations problems) {
		if (isThrough(field)) {
			problems
				.add(("%s is annotated with @Through, but is a belongs-to, which leads to its target by a key of its "
						+ "own. Remove the annotation, or declare a HasOne<%s>.")
					.formatted(field, simpleName(field.target())));
		}
	}

	private static String simpleName(@Nullable Class<?> type) {
		return (type != null) ? type.getSimpleName() : "..";
	}

	/**
	 * Finds the way, unless it cannot be found.
	 * @param broken the associations of a class that have a problem of their own
	 */
	@Nullable ThroughPath of(AssociationField field, Class<?> target, Function<Class<?>, Stream<AssociationField>> broken,
			Violations problems) {
		checkOtherAnnotations(field, problems);
		AssociationProperty join = join(field, broken, problems);
		AssociationProperty source = (join != null) ? source(field, join, target, broken, problems) : null;
		return (join != null && source != null) ? new ThroughPath(join, source) : null;
	}

	private static void checkOtherAnnotations(AssociationField field, Violations problems) {
		MEANINGLESS.stream()
			.filter(field::isAnnotated)
			.forEach((annotation) -> problems.add(
					("%s is annotated with both @Through and @%s, but has no key and no inverse of its own, and deletes "
							+ "no %s. Remove @%s, or put it on %s.%s.")
						.formatted(field, annotation.getSimpleName(), simpleName(field.target()),
								annotation.getSimpleName(), field.owner().getSimpleName(), through(field).value())));
	}

	private static Through through(AssociationField field) {
		return field.field().getAnnotation(Through.class);
	}

	private @Nullable AssociationProperty join(AssociationField field,
			Function<Class<?>, Stream<AssociationField>> broken, Violations problems) {
		List<AssociationProperty> own = this.associations.apply(field.owner());
		String prefix = field.name().substring(0, field.name().lastIndexOf('.') + 1);
		String name = through(field).value();
		AssociationProperty join = named(own, prefix + name);
		join = (join != null) ? join : named(own, name);
		if (join == null) {
			if (broken.apply(field.owner()).noneMatch((other) -> other != field && isNamed(other, prefix + name))) {
				AssociationField through = through(field, prefix + name);
				problems.add((through != null) ? throughThrough(field, through.toString(), "association")
						: noJoin(field, name, own));
			}
			return null;
		}
		return isUsable(field, join, "join", problems) ? join : null;
	}

	/**
	 * The association that was named, if it goes through another one and may be declared
	 * later, or never.
	 */
	private static @Nullable AssociationField through(AssociationField field, String name) {
		return DiscoveredFields.of(field.owner())
			.associations()
			.stream()
			.filter((other) -> isNamed(other, name) && isThrough(other))
			.findFirst()
			.orElse(null);
	}

	private static String throughThrough(AssociationField field, String step, String kind) {
		return ("%s goes through %s, which goes through another association itself. Name associations whose keys are in "
				+ "the tables, and read one %s after the other where there are more.")
			.formatted(field, field.toString().equals(step) ? "itself" : step, kind)
			.replace("goes through itself, which goes through another association itself.", "goes through itself.");
	}

	private static boolean isNamed(AssociationField field, String name) {
		return field.name().equals(name);
	}

	private static @Nullable AssociationProperty named(List<AssociationProperty> associations, String name) {
		return associations.stream().filter((other) -> other.name().equals(name)).findFirst().orElse(null);
	}

	private static String noJoin(AssociationField field, String name, List<AssociationProperty> own) {
		List<String> possible = own.stream()
			.filter((other) -> !isAnnotatedThrough(other))
			.map(AssociationProperty::name)
			.toList();
		String owner = field.owner().getSimpleName();
		Field plain = ReflectionUtils.findField(field.owner(), name);
		return "%s is annotated with @Through(\"%s\"), but %s.%s Name the has-many or has-one of %s that leads to the join aggregates."
			.formatted(field, name,
					(plain != null) ? "%s.%s is no association: it is of type \"%s\"".formatted(owner, name,
							TypeNames.of(plain.getGenericType())) : owner + " has no such association",
					suggestion(name, possible), owner);
	}

	private static String suggestion(String written, List<String> possible) {
		List<String> nearest = Suggestions.nearest(written, possible);
		return Suggestions.didYouMean(nearest.isEmpty() ? possible : nearest);
	}

	private static boolean isAnnotatedThrough(AssociationProperty association) {
		return association.field().isAnnotationPresent(Through.class);
	}

	/**
	 * One query joins two tables by their keys, and nothing else.
	 */
	private static boolean isUsable(AssociationField field, AssociationProperty step, String role,
			Violations problems) {
		if (isAnnotatedThrough(step)) {
			problems.add(throughThrough(field, step.toString(), role.equals("join") ? "association" : "source"));
			return false;
		}
		if (step.scopeShape().limit()) {
			problems.add(("%s goes through %s, whose scope has a limit: a query that joins rows cannot limit them for "
					+ "each owner. Remove the limit, or go through an association without one.")
				.formatted(field, step));
			return false;
		}
		return true;
	}

	private @Nullable AssociationProperty source(AssociationField field, AssociationProperty join, Class<?> target,
			Function<Class<?>, Stream<AssociationField>> broken, Violations problems) {
		List<AssociationProperty> onward = this.associations.apply(join.target());
		String name = through(field).source();
		boolean consequence = broken.apply(join.target()).anyMatch((other) -> name.isEmpty() || isNamed(other, name));
		Violations found = consequence ? new Violations() : problems;
		AssociationProperty source = name.isEmpty() ? byDefault(field, join, target, onward, found)
				: declared(field, join, target, onward, found);
		return (source != null && isUsable(field, source, "source", problems)) ? source : null;
	}

	private static @Nullable AssociationProperty declared(AssociationField field, AssociationProperty join,
			Class<?> target, List<AssociationProperty> onward, Violations problems) {
		String name = through(field).source();
		AssociationProperty source = named(onward, name);
		if (source == null) {
			problems
				.add("%s is annotated with @Through(value = \"%s\", source = \"%s\"), but %s has no such association.%s"
					.formatted(field, through(field).value(), name, join.target().getSimpleName(),
							suggestion(name, names(fitting(onward, target)))));
			return null;
		}
		if (!leadsTo(source, target)) {
			problems.add("%s has the source %s, which refers to %s and not to %s.%s".formatted(field, source,
					source.target().getSimpleName(), target.getSimpleName(),
					suggestion(name, names(fitting(onward, target)))));
			return null;
		}
		return source;
	}

	private static List<String> names(List<AssociationProperty> associations) {
		return associations.stream().map(AssociationProperty::name).toList();
	}

	private static List<AssociationProperty> fitting(List<AssociationProperty> onward, Class<?> target) {
		return onward.stream().filter((source) -> leadsTo(source, target)).toList();
	}

	/**
	 * Classes that share a table are as good as the one that is declared.
	 */
	private static boolean leadsTo(AssociationProperty source, Class<?> target) {
		Class<?> declared = source.target();
		boolean related = declared.isAssignableFrom(target) || target.isAssignableFrom(declared);
		return source.isPolymorphic() ? declared.isAssignableFrom(target)
				: related && Inheritance.tableOwner(declared) == Inheritance.tableOwner(target);
	}

	private static @Nullable AssociationProperty byDefault(AssociationField field, AssociationProperty join,
			Class<?> target, List<AssociationProperty> onward, Violations problems) {
		List<AssociationProperty> fitting = fitting(onward, target).stream()
			.filter((source) -> !isAnnotatedThrough(source))
			.toList();
		List<AssociationProperty> named = fitting.stream()
			.filter((source) -> fitting.size() == 1 || isNamedAs(source.field().getName(), field.field().getName()))
			.toList();
		if (named.size() == 1) {
			return named.get(0);
		}
		List<AssociationProperty> declaring = fitting.stream().filter((source) -> !source.isPolymorphic()).toList();
		if (named.isEmpty() && declaring.size() == 1) {
			return declaring.get(0);
		}
		problems.add(fitting.isEmpty() ? noSource(field, join, target) : ambiguous(field, join, target, fitting));
		return null;
	}

	private static boolean isNamedAs(String source, String association) {
		return source.equals(association) || Plurals.of(source).equals(association)
				|| Plurals.of(association).equals(source);
	}

	private static String noSource(AssociationField field, AssociationProperty join, Class<?> target) {
		String joined = join.target().getSimpleName();
		return ("%s goes through %s, but no association of %s leads to %s. Declare a BelongsTo<%s, ..> in %s, or go "
				+ "through another association.")
			.formatted(field, join, joined, target.getSimpleName(), target.getSimpleName(), joined);
	}

	private static String ambiguous(AssociationField field, AssociationProperty join, Class<?> target,
			List<AssociationProperty> fitting) {
		return ("%s goes through %s, and %s has several associations to %s: %s. Say which one, as in @Through(value = "
				+ "\"%s\", source = \"%s\").")
			.formatted(field, join, join.target().getSimpleName(), target.getSimpleName(),
					String.join(", ", names(fitting)), through(field).value(), fitting.get(0).name());
	}

}
