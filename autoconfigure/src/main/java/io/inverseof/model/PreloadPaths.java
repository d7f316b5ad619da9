package io.inverseof.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.inverseof.InvalidPreloadException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Finds the paths that users write into {@link io.inverseof.Preload}, and says what to
 * write where one does not exist. Thread-safe; what was found out about a class is kept.
 *
 * @since 0.1.0
 */
public final class PreloadPaths {

	private static final Pattern NAME = Pattern.compile("[^\\s,;]+");

	private final AssociationModel model;

	private final Map<Class<?>, PreloadSteps> steps = new ConcurrentHashMap<>();

	/**
	 * Creates the finder.
	 * @param model the associations of the application
	 */
	public PreloadPaths(AssociationModel model) {
		this.model = model;
	}

	/**
	 * Tells whether there is any path from a class.
	 * @param start the class
	 * @return whether it has associations, or contains entities that have
	 */
	public boolean startAt(Class<?> start) {
		return !stepsOf(start).isEmpty();
	}

	/**
	 * Finds a path.
	 * @param start the class it starts from
	 * @param written names of associations separated by dots
	 * @return the path
	 * @throws InvalidPreloadException if there is no such path
	 */
	public PreloadPath of(Class<?> start, String written) {
		Assert.notNull(written, "A path must not be null");
		List<String> open = names(start, written);
		List<PreloadStep> found = new ArrayList<>();
		while (!open.isEmpty()) {
			PreloadStep next = next(start, written, found, open);
			found.add(next);
			open = open.subList(next.name().split("\\.").length, open.size());
			if (next.isPolymorphic() && !open.isEmpty()) {
				found.addAll(behind((PreloadStep.ToTargets) next, start, written, found, open));
				open = List.of();
			}
		}
		requireTargets(start, written, found);
		return new PreloadPath(found);
	}

	/**
	 * Tells whether there is a path from a class that others have it from, because a
	 * polymorphic belongs-to refers to all of them.
	 * @param start the class it starts from
	 * @param written names of associations separated by dots
	 * @return whether the class has the path, too
	 */
	public boolean exists(Class<?> start, String written) {
		try {
			of(start, written);
			return true;
		}
		catch (InvalidPreloadException ex) {
			return false;
		}
	}

	/**
	 * Behind a polymorphic belongs-to, one of the classes that it may refer to has to
	 * have the rest of the path.
	 */
	private List<PreloadStep> behind(PreloadStep.ToTargets step, Class<?> start, String written,
			List<PreloadStep> found, List<String> open) {
		String rest = String.join(".", open);
		List<Class<?>> targets = step.association().polymorphicTargets();
		return targets.stream()
			.filter((target) -> exists(target, rest))
			.findFirst()
			.map((target) -> of(target, rest).steps())
			.orElseThrow(() -> new PreloadProblem(start, written, found).missing(step, targets, rest));
	}

	private static List<String> names(Class<?> start, String written) {
		List<String> names = Arrays.asList(written.split("\\.", -1));
		if (!names.stream().allMatch((name) -> NAME.matcher(name).matches())) {
			throw new PreloadProblem(start, written, List.of()).malformed();
		}
		return names;
	}

	private PreloadStep next(Class<?> start, String written, List<PreloadStep> found, List<String> open) {
		Class<?> type = found.isEmpty() ? start : found.get(found.size() - 1).target();
		PreloadStep step = step(type, open);
		if (step == null) {
			throw new PreloadProblem(start, written, found).missing(stepsOf(type), open);
		}
		return step;
	}

	/**
	 * The name of a step in an embedded object consists of several.
	 */
	private @Nullable PreloadStep step(Class<?> type, List<String> names) {
		for (int length = 1; length <= names.size(); length++) {
			PreloadStep step = stepsOf(type).get(String.join(".", names.subList(0, length)));
			if (step != null) {
				return step;
			}
		}
		return null;
	}

	private void requireTargets(Class<?> start, String written, List<PreloadStep> found) {
		PreloadStep last = found.get(found.size() - 1);
		if (last instanceof PreloadStep.ToParts) {
			Class<?> type = (found.size() > 1) ? found.get(found.size() - 2).target() : start;
			throw new PreloadProblem(start, written, found).endsInside(type, last, stepsOf(last.target()));
		}
	}

	private PreloadSteps stepsOf(Class<?> type) {
		PreloadSteps known = this.steps.get(type);
		return (known != null) ? known
				: this.steps.computeIfAbsent(type, (unknown) -> PreloadSteps.of(unknown, this.model));
	}

}
