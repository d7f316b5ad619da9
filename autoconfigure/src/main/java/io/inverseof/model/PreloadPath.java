package io.inverseof.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A path of associations that was found to exist, such as {@code comments.author} from a
 * class {@code Post}. It may lead through entities inside an aggregate, as in
 * {@code lines.product} from an {@code Order}. Immutable, thread-safe.
 *
 * @since 0.1.0
 * @see PreloadPaths
 */
public final class PreloadPath {

	private final List<PreloadStep> steps;

	PreloadPath(List<PreloadStep> steps) {
		this.steps = List.copyOf(steps);
	}

	/**
	 * Returns all steps.
	 * @return at least one step, the last of which leads to targets
	 */
	public List<PreloadStep> steps() {
		return this.steps;
	}

	/**
	 * Returns the first step.
	 * @return the step from the class that the path starts from
	 */
	public PreloadStep first() {
		return this.steps.get(0);
	}

	/**
	 * Returns what is left to go after the first step.
	 * @return the path from there, or {@code null} at the end
	 */
	public @Nullable String rest() {
		return (this.steps.size() > 1) ? join(this.steps.subList(1, this.steps.size())) : null;
	}

	static String join(List<PreloadStep> steps) {
		return String.join(".", steps.stream().map(PreloadStep::name).toList());
	}

	@Override
	public String toString() {
		return join(this.steps);
	}

}
