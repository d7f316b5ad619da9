package io.inverseof.jdbc.saving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import io.inverseof.jdbc.saving.WriteOrder.Edge;
import io.inverseof.jdbc.saving.WriteOrder.Node;

/**
 * Finds the circles among objects that wait for others: the strongly connected components
 * of Tarjan's algorithm. A circle may be as long as there are objects, and so nothing
 * here is recursive.
 */
final class Circles {

	private final Deque<Visit> path = new ArrayDeque<>();

	private final Deque<Visit> pending = new ArrayDeque<>();

	private final List<Circle> found = new ArrayList<>();

	private int visited;

	private Circles() {
	}

	/**
	 * Returns the circles of objects that are not written yet.
	 */
	static List<Circle> of(List<Node> nodes) {
		Circles circles = new Circles();
		nodes.forEach(Circles::forget);
		nodes.forEach(circles::visitFrom);
		return circles.found;
	}

	/**
	 * An earlier search knew more edges.
	 */
	private static void forget(Node node) {
		node.visit = null;
		node.circle = null;
	}

	private void visitFrom(Node start) {
		if (start.visit == null) {
			enter(start);
		}
		while (!this.path.isEmpty()) {
			goOn(this.path.getLast());
		}
	}

	private void enter(Node node) {
		Visit visit = new Visit(node, this.visited++);
		node.visit = visit;
		this.path.addLast(visit);
		this.pending.addLast(visit);
	}

	private void goOn(Visit visit) {
		if (!visit.edges.hasNext()) {
			leave(visit);
			return;
		}
		Node target = visit.edges.next().to();
		if (target.visit == null) {
			enter(target);
		}
		else if (target.circle == null) {
			visit.reach(target.visit.number);
		}
	}

	private void leave(Visit visit) {
		this.path.removeLast();
		if (!this.path.isEmpty()) {
			this.path.getLast().reach(visit.earliest);
		}
		if (visit.earliest == visit.number) {
			close(visit);
		}
	}

	private void close(Visit first) {
		Circle circle = new Circle();
		Visit last;
		do {
			last = this.pending.removeLast();
			circle.add(last.node);
		}
		while (last != first);
		if (circle.isClosed()) {
			this.found.add(circle);
		}
	}

	/**
	 * What is known of an object on the way: the earliest one that leads to it and that
	 * it leads back to.
	 */
	static final class Visit {

		private final Node node;

		private final Iterator<Edge> edges;

		private final int number;

		private int earliest;

		private Visit(Node node, int number) {
			this.node = node;
			this.edges = node.openEdges().iterator();
			this.number = number;
			this.earliest = number;
		}

		private void reach(int number) {
			this.earliest = Math.min(this.earliest, number);
		}

	}

}
