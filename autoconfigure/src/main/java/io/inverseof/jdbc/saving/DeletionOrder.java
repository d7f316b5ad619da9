package io.inverseof.jdbc.saving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.inverseof.Dependent;
import io.inverseof.jdbc.saving.DeletionStep.Edge;
import io.inverseof.model.AssociationProperty;

/**
 * The order in which dependents are deleted: what refers to something before that. Where
 * rows refer to each other in a circle, one of them loses its key first. Confined to one
 * thread.
 */
final class DeletionOrder {

	private final Predicate<AssociationProperty> nullable;

	private final Consumer<Edge> cut;

	private final List<DeletionStep> steps = new ArrayList<>();

	private List<DeletionStep> ready = new ArrayList<>();

	private final Set<Cut> cutKeys = new HashSet<>();

	private int left;

	/**
	 * Creates an order.
	 * @param plan what is to be deleted: what the application deletes itself goes last,
	 * and keys that these rows have of others are cut first
	 * @param nullable tells whether a row can lose a key
	 * @param cut takes a key from a row
	 */
	DeletionOrder(DeletionPlan plan, Predicate<AssociationProperty> nullable, Consumer<Edge> cut) {
		this.nullable = nullable;
		this.cut = cut;
		this.steps.addAll(plan.children(Dependent.Action.DELETE));
		this.steps.addAll(plan.dependents());
		this.left = this.steps.size();
		cut(plan.loops().stream());
		plan.roots().forEach((root) -> cut(root.laterEdges()));
		plan.roots().forEach(DeletionStep::done);
		this.steps.stream().filter(DeletionStep::isReady).forEach(this.ready::add);
	}

	/**
	 * Many databases look at one row after the other, even in one statement.
	 */
	private void cut(Stream<Edge> edges) {
		edges.filter(this::canBeCut).filter((edge) -> this.cutKeys.add(Cut.of(edge))).forEach(this.cut);
	}

	boolean hasNext() {
		return this.left > 0;
	}

	/**
	 * Returns what can be deleted now.
	 */
	List<DeletionStep> next() {
		List<DeletionStep> wave = this.ready.isEmpty() ? List.of(cutting()) : this.ready;
		this.ready = new ArrayList<>();
		this.left -= wave.size();
		return wave;
	}

	void done(DeletionStep step) {
		this.ready.addAll(step.done());
	}

	/**
	 * Lets somebody go first of a circle.
	 */
	private DeletionStep cutting() {
		DeletionStep first = circle().stream()
			.min(Comparator.comparing((DeletionStep step) -> !step.openEdges().allMatch(this::canBeCut))
				.thenComparing(DeletionStep::open))
			.orElseThrow();
		cut(first.openEdges());
		return first;
	}

	private boolean canBeCut(Edge edge) {
		return edge.via() != null && this.nullable.test(edge.via());
	}

	/**
	 * What nobody waits for is not part of a circle.
	 */
	private List<DeletionStep> circle() {
		List<DeletionStep> waiting = this.steps.stream().filter((step) -> !step.isDone()).toList();
		Map<DeletionStep, Integer> awaited = new IdentityHashMap<>();
		waiting.forEach((step) -> step.openEdges().forEach((edge) -> awaited.merge(edge.first(), 1, Integer::sum)));
		Deque<DeletionStep> outside = new ArrayDeque<>(
				waiting.stream().filter((step) -> !awaited.containsKey(step)).toList());
		while (!outside.isEmpty()) {
			outside.remove()
				.openEdges()
				.filter((edge) -> awaited.merge(edge.first(), -1, Integer::sum) == 0)
				.forEach((edge) -> outside.add(edge.first()));
		}
		return waiting.stream().filter((step) -> awaited.getOrDefault(step, 0) > 0).toList();
	}

	/**
	 * A key that was cut. An association and its inverse are the same key.
	 */
	private record Cut(DeletionStep row, DeletionStep target, List<String> foreignKey) {

		static Cut of(Edge edge) {
			List<String> columns = (edge.via() != null) ? edge.via().foreignKey() : List.of();
			return new Cut(edge.first(), edge.then(),
					columns.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList());
		}

	}

}
