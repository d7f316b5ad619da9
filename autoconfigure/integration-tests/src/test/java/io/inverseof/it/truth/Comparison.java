package io.inverseof.it.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares two runs of one program, step by step.
 */
final class Comparison {

	private final List<String> problems = new ArrayList<>();

	private Comparison() {
	}

	static List<String> problems(Run normal, Run naive) {
		Comparison comparison = new Comparison();
		comparison.problems.addAll(normal.strangers());
		normal.outcomes().forEach((step, outcome) -> comparison.compare(step, outcome, naive.outcomes()));
		return comparison.problems;
	}

	private void compare(Step step, Outcome normal, Map<Step, Outcome> others) {
		Outcome naive = others.get(step);
		if (naive == null) {
			this.problems.add(step + " was reached in the normal run only");
			return;
		}
		expect(step, "results differ", normal.result().equals(naive.result()));
		expect(step, "something was avoided naively", naive.totalAvoided() == 0 && naive.speculative() == 0);
		int saved = naive.sql().size() - normal.sql().size();
		if (step.isCounted()) {
			expect(step, "saved " + saved, saved == normal.saved());
		}
		else {
			expect(step, "saved " + saved, saved >= 0 && normal.totalAvoided() == 0);
		}
		expect(step, "executed normally", normal.executed() == (step.isTraversal() ? normal.selects() : 0));
		expect(step, "executed naively", naive.executed() == (step.isTraversal() ? naive.selects() : 0));
		expect(step, "a question was counted as avoided", !(step instanceof Step.Peek) || normal.totalAvoided() == 0);
	}

	private void expect(Step step, String problem, boolean fulfilled) {
		if (!fulfilled) {
			this.problems.add(step + ": " + problem);
		}
	}

}
