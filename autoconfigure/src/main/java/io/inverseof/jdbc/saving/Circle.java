package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.inverseof.jdbc.saving.WriteOrder.Edge;
import io.inverseof.jdbc.saving.WriteOrder.Node;
import org.jspecify.annotations.Nullable;

/**
 * Objects that all wait for each other, so that none can be written unless one of them
 * goes first.
 */
final class Circle {

	private static final Comparator<Node> SOONEST = Comparator.comparingInt(Node::open)
		.thenComparingInt(Node::position);

	private final List<Node> nodes = new ArrayList<>(2);

	void add(Node node) {
		node.circle = this;
		this.nodes.add(node);
	}

	/**
	 * Tells whether anybody waits: an object alone only does if it refers to itself.
	 */
	boolean isClosed() {
		return this.nodes.size() > 1 || references().findAny().isPresent();
	}

	/**
	 * Returns the object that can be written without the others and lacks the fewest of
	 * them. One that waits for other circles too is left to them.
	 * @param canWait tells whether an object can be written before what a reference leads
	 * to
	 */
	@Nullable Node first(Predicate<Edge> canWait) {
		Node first = null;
		for (Node node : this.nodes) {
			if ((first == null || SOONEST.compare(node, first) < 0) && canGoFirst(node, canWait)) {
				first = node;
			}
		}
		return first;
	}

	private boolean canGoFirst(Node node, Predicate<Edge> canWait) {
		return node.openEdges().allMatch((edge) -> contains(edge.to()) && canWait.test(edge));
	}

	/**
	 * Tells whether its objects wait for nobody but each other.
	 */
	boolean isAlone() {
		return this.nodes.stream().flatMap(Node::openEdges).allMatch((edge) -> contains(edge.to()));
	}

	/**
	 * The references that make it a circle.
	 */
	Stream<Edge> references() {
		return this.nodes.stream().flatMap(Node::openEdges).filter((edge) -> contains(edge.to()));
	}

	private boolean contains(Node node) {
		return node.circle == this;
	}

}
