package io.inverseof.model;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.InvalidPreloadException;
import io.inverseof.model.DiscoveredFields.OtherField;

import org.springframework.data.jdbc.core.mapping.AggregateReference;

/**
 * Says why a path cannot be preloaded, and what to write instead.
 */
final class PreloadProblem {

	private final Class<?> start;

	private final String written;

	private final List<PreloadStep> found;

	/**
	 * @param found the steps of the path that exist
	 */
	PreloadProblem(Class<?> start, String written, List<PreloadStep> found) {
		this.start = start;
		this.written = written;
		this.found = found;
	}

	InvalidPreloadException malformed() {
		return because("a path is a list of names separated by dots, without blanks or commas. Write each path as a "
				+ "string of its own, such as \"comments.author\".");
	}

	InvalidPreloadException missing(PreloadSteps steps, List<String> names) {
		if (steps.isEmpty()) {
			return because("%s has no associations. %s".formatted(steps.type().getSimpleName(), shorter()));
		}
		String name = missingName(steps, names);
		OtherField other = steps.other(name);
		return because((other != null) ? unsuitable(steps, other) : "%s has no association \"%s\".%s"
			.formatted(steps.type().getSimpleName(), name, suggestion(steps, name)));
	}

	/**
	 * @param targets the classes that a polymorphic belongs-to may refer to
	 */
	InvalidPreloadException missing(PreloadStep.ToTargets step, List<Class<?>> targets, String rest) {
		return because("%s is polymorphic, and none of the classes that it may refer to has the path \"%s\": %s. %s"
			.formatted(step.association(), rest, String.join(", ", targets.stream().map(Class::getSimpleName).toList()),
					shorter()));
	}

	/**
	 * The name with the embedded objects around it, as far as they exist.
	 */
	private static String missingName(PreloadSteps steps, List<String> names) {
		String name = names.get(0);
		for (int length = 2; length <= names.size(); length++) {
			OtherField other = steps.other(name);
			if (other == null || !other.isEmbedded()) {
				break;
			}
			name = String.join(".", names.subList(0, length));
		}
		return name;
	}

	private String unsuitable(PreloadSteps steps, OtherField other) {
		String type = TypeNames.of(other.type());
		if (other.type().toClass() == AggregateReference.class) {
			return "%s is an %s, which does not load. Declare it as a %s.".formatted(other, type,
					type.replace("AggregateReference", "BelongsTo"));
		}
		return "%s is of type %s and leads to no association.%s".formatted(other, type,
				suggestion(steps, FieldPaths.name(other.path())));
	}

	private static String suggestion(PreloadSteps steps, String name) {
		List<String> nearest = Suggestions.nearest(name, steps.names());
		if (!nearest.isEmpty()) {
			return Suggestions.didYouMean(nearest);
		}
		List<String> inside = steps.names().stream().filter((candidate) -> candidate.startsWith(name + ".")).toList();
		return " Write %s.".formatted(Suggestions.alternatives(inside.isEmpty() ? steps.names() : inside));
	}

	private String shorter() {
		return this.found.isEmpty() ? "Remove the path." : "Write \"%s\".".formatted(PreloadPath.join(this.found));
	}

	InvalidPreloadException endsInside(Class<?> owner, PreloadStep last, PreloadSteps further) {
		return because(
				"%s.%s is a part of the aggregate and is there anyway. Remove the path, or go on to an association%s."
					.formatted(owner.getSimpleName(), last.name(), example(further)));
	}

	private String example(PreloadSteps further) {
		List<String> examples = new ArrayList<>();
		further.associations().forEach((name) -> examples.add(this.written + "." + name));
		return examples.isEmpty() ? "" : ", as in %s".formatted(Suggestions.alternatives(examples));
	}

	private InvalidPreloadException because(String reason) {
		return new InvalidPreloadException(
				"\"%s\" cannot be preloaded from %s: %s".formatted(this.written, this.start.getSimpleName(), reason));
	}

}
