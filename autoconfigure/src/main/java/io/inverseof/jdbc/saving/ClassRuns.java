package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.inverseof.model.Inheritance;

/**
 * Divides aggregates that share a table into those of one class each, because Spring Data
 * JDBC takes the class of the first one for that of all.
 */
final class ClassRuns {

	private ClassRuns() {
	}

	/**
	 * Applies an operation to aggregates of one class after the other, in their order.
	 */
	static <T> List<T> of(List<T> aggregates, Function<Iterable<T>, List<T>> operation) {
		if (aggregates.stream()
			.noneMatch((aggregate) -> aggregate != null && Inheritance.isSubclass(aggregate.getClass()))) {
			return operation.apply(aggregates);
		}
		List<T> results = new ArrayList<>();
		for (int from = 0, to; from < aggregates.size(); from = to) {
			to = end(aggregates, from);
			results.addAll(operation.apply(aggregates.subList(from, to)));
		}
		return results;
	}

	private static int end(List<?> aggregates, int from) {
		int to = from + 1;
		while (to < aggregates.size() && aggregates.get(to).getClass() == aggregates.get(from).getClass()) {
			to++;
		}
		return to;
	}

}
