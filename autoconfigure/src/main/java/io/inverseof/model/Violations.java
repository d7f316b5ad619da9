package io.inverseof.model;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.InvalidAssociationsException;

import org.springframework.util.Assert;

/**
 * Gathers everything that is wrong with the associations of an application, so that it is
 * reported at once and not one start after the other. Confined to one thread.
 *
 * @since 0.1.0
 */
public final class Violations {

	private final List<String> problems = new ArrayList<>();

	/**
	 * Adds a problem.
	 * @param problem what was found, where, why it cannot work, and what to write instead
	 */
	public void add(String problem) {
		Assert.hasText(problem, "'problem' must not be empty");
		this.problems.add(problem);
	}

	/**
	 * Adds the problems that were gathered elsewhere.
	 * @param others their problems follow those that are here already
	 */
	public void addAll(Violations others) {
		this.problems.addAll(others.problems);
	}

	/**
	 * Tells whether nothing is wrong.
	 * @return whether there are no problems
	 */
	public boolean isEmpty() {
		return this.problems.isEmpty();
	}

	/**
	 * Returns the problems in the order they were added.
	 * @return an immutable copy
	 */
	public List<String> toList() {
		return List.copyOf(this.problems);
	}

	/**
	 * Stops the start of the application if something is wrong.
	 * @throws InvalidAssociationsException with all problems, if there are any
	 */
	public void throwIfAny() {
		if (!this.problems.isEmpty()) {
			throw new InvalidAssociationsException(this.problems);
		}
	}

}
