package io.inverseof.it.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Leaves out steps of a program as long as it still fails.
 */
final class Shrinker {

	private final Predicate<List<Step>> fails;

	Shrinker(Predicate<List<Step>> fails) {
		this.fails = fails;
	}

	List<Step> shrink(List<Step> program) {
		List<Step> smallest = program;
		for (List<Step> smaller = without(smallest); smaller != null; smaller = without(smallest)) {
			smallest = smaller;
		}
		return smallest;
	}

	private @Nullable List<Step> without(List<Step> program) {
		for (List<Step> smaller : reductions(program)) {
			if (this.fails.test(smaller)) {
				return smaller;
			}
		}
		return null;
	}

	private static List<List<Step>> reductions(List<Step> program) {
		List<List<Step>> reductions = new ArrayList<>();
		for (int i = program.size() - 1; i >= 0; i--) {
			List<Step> rest = new ArrayList<>(program);
			Step removed = rest.remove(i);
			reductions.add(rest);
			if (removed instanceof Step.Block block) {
				for (List<Step> body : reductions(block.steps())) {
					List<Step> reduced = new ArrayList<>(program);
					reduced.set(i, new Step.Block(block.id(), block.surrounding(), body));
					reductions.add(reduced);
				}
			}
		}
		return reductions;
	}

}
