package io.inverseof;

import java.util.List;

/**
 * Thrown once at start-up with everything that is wrong with the associations of the
 * application.
 *
 * @since 0.1.0
 */
public class InvalidAssociationsException extends InverseOfException {

	private static final long serialVersionUID = 1L;

	private final List<String> problems;

	/**
	 * Creates the exception.
	 * @param problems what is wrong, one sentence or more each, in a stable order
	 */
	public InvalidAssociationsException(List<String> problems) {
		super(message(problems));
		this.problems = List.copyOf(problems);
	}

	private static String message(List<String> problems) {
		return "%d %s with the associations of this application:%n- %s".formatted(problems.size(),
				(problems.size() == 1) ? "problem" : "problems", String.join("%n- ".formatted(), problems));
	}

	/**
	 * Returns what is wrong.
	 * @return the problems, in a stable order
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
