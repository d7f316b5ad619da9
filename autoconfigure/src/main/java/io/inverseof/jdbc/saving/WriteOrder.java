package io.inverseof.jdbc.saving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.inverseof.CircularReferenceException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Reference;
import io.inverseof.jdbc.saving.Circles.Visit;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * The order in which objects are written that refer to each other: what somebody refers
 * to before the one who refers to it. Where they go round in a circle, one of them is
 * written without its key first.
 */
final class WriteOrder {

	private final AggregateGraph graph;

	private final Predicate<AssociationProperty> nullable;

	private final Map<Object, Node> nodes = new IdentityHashMap<>();

	private final List<Node> all = new ArrayList<>();

	private List<Node> ready = new ArrayList<>();

	private int open;

	WriteOrder(AggregateGraph graph, Predicate<AssociationProperty> nullable) {
		this.graph = graph;
		this.nullable = nullable;
	}

	/**
	 * Adds objects that are to be written, and the new ones that they refer to.
	 * @param entities the objects
	 * @param unsaved finds the object of a reference that has to be written before, or
	 * returns {@code null}
	 */
	void add(List<?> entities, Function<Reference, @Nullable Object> unsaved) {
		Deque<Node> queue = new ArrayDeque<>();
		entities.forEach((entity) -> node(entity, true, queue));
		while (!queue.isEmpty()) {
			Node node = queue.remove();
			this.graph.forEachReference(node.entity, (reference) -> {
				Object target = unsaved.apply(reference);
				if (target != null) {
					new Edge(reference, node, node(target, false, queue)).connect();
				}
			});
		}
		this.all.stream().filter((node) -> node.open == 0).forEach(this.ready::add);
		this.open = this.all.size();
	}

	private Node node(Object entity, boolean requested, Deque<Node> queue) {
		Node known = this.nodes.get(entity);
		if (known != null) {
			return known;
		}
		Node node = new Node(entity, requested, this.all.size());
		this.nodes.put(entity, node);
		this.all.add(node);
		queue.add(node);
		return node;
	}

	Node nodeOf(Object entity) {
		Node node = this.nodes.get(entity);
		if (node == null) {
			throw new IllegalArgumentException("Not to be written: " + entity.getClass());
		}
		return node;
	}

	List<Node> nodes() {
		return this.all;
	}

	boolean hasNext() {
		return this.open > 0;
	}

	/**
	 * Returns what can be written now.
	 */
	List<Node> next() {
		List<Node> wave = this.ready.isEmpty() ? deferring() : this.ready;
		this.ready = new ArrayList<>();
		return wave;
	}

	/**
	 * Is told that an object was written.
	 */
	void written(Node node, Object saved) {
		node.saved = saved;
		this.open--;
		for (Edge edge : node.incoming) {
			if (--edge.from().open == 0 && edge.from().saved == null && !edge.from().deferring) {
				this.ready.add(edge.from());
			}
		}
	}

	/**
	 * Chooses who goes first of each circle.
	 */
	private List<Node> deferring() {
		List<Circle> circles = Circles.of(this.all.stream().filter((node) -> node.saved == null).toList());
		List<Node> first = circles.stream()
			.map((circle) -> circle.first(this::canWait))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingInt(Node::position))
			.toList();
		if (first.isEmpty()) {
			throw circular(circles);
		}
		first.forEach(this::defer);
		return first;
	}

	private void defer(Node node) {
		node.deferring = true;
		node.openEdges().filter((edge) -> canBeNull(edge.reference())).forEach(node.deferred::add);
	}

	/**
	 * A key that is known already can be written, if the schema allows it.
	 */
	private boolean canWait(Edge edge) {
		return canBeNull(edge.reference()) || this.graph.idOf(edge.to().entity) != null;
	}

	private boolean canBeNull(Reference reference) {
		return reference.inRoot() && this.nullable.test(reference.property());
	}

	/**
	 * Circles that wait for others are not to blame.
	 */
	private static CircularReferenceException circular(List<Circle> circles) {
		List<String> references = circles.stream()
			.filter(Circle::isAlone)
			.flatMap(Circle::references)
			.map((edge) -> edge.reference().property().toString())
			.distinct()
			.sorted()
			.toList();
		return new CircularReferenceException(
				("New objects refer to each other in a circle by %s, and none of these foreign keys can be NULL, so that "
						+ "none of the objects can be inserted first. Let one of the columns be NULL: it is filled by "
						+ "an UPDATE at once. Nothing was written.")
					.formatted(String.join(" and ", references)));
	}

	/**
	 * An object that is to be written.
	 */
	static final class Node {

		private final Object entity;

		private final boolean requested;

		private final int position;

		private final List<Edge> outgoing = new ArrayList<>(2);

		private final List<Edge> incoming = new ArrayList<>(2);

		private final List<Edge> deferred = new ArrayList<>(0);

		private int open;

		private boolean deferring;

		private @Nullable Object saved;

		@Nullable Visit visit;

		@Nullable Circle circle;

		Node(Object entity, boolean requested, int position) {
			this.entity = entity;
			this.requested = requested;
			this.position = position;
		}

		Object entity() {
			return this.entity;
		}

		/** Whether somebody asked for it, as opposed to one that others refer to. */
		boolean isRequested() {
			return this.requested;
		}

		/** Where it stands among all that are to be written. */
		int position() {
			return this.position;
		}

		/** How many others it waits for. */
		int open() {
			return this.open;
		}

		/** The references whose keys are written later. */
		List<Edge> deferred() {
			return this.deferred;
		}

		List<Edge> incoming() {
			return this.incoming;
		}

		Object saved() {
			if (this.saved == null) {
				throw new IllegalStateException("Not written yet: " + this.entity.getClass());
			}
			return this.saved;
		}

		/** The references to others that it waits for. */
		Stream<Edge> openEdges() {
			return this.outgoing.stream().filter((edge) -> edge.to().saved == null);
		}

	}

	/**
	 * A reference from one object that is to be written to another one.
	 */
	record Edge(Reference reference, Node from, Node to) {

		private void connect() {
			this.from.outgoing.add(this);
			this.to.incoming.add(this);
			this.from.open++;
		}

	}

}
