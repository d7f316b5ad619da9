package io.inverseof.autoconfigure;

import java.util.stream.Collectors;

import io.inverseof.InvalidAssociationsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows all problems with the associations of an application that does not start because
 * of them.
 */
class InvalidAssociationsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAssociationsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidAssociationsException cause) {
		return new FailureAnalysis(description(cause), "Change the entities or the configuration as described above.",
				cause);
	}

	private static String description(InvalidAssociationsException cause) {
		int count = cause.getProblems().size();
		String problems = cause.getProblems().stream().map("%n    - %s"::formatted).collect(Collectors.joining());
		return "inverseof found %d %s with the associations of this application:%n%s".formatted(count,
				(count == 1) ? "problem" : "problems", problems);
	}

}
