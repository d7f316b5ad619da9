package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something that is deleted on its own, before what it refers to. Confined to one thread.
 */
abstract sealed class DeletionStep permits DeletedRow, DeletedChildren {

	private final List<Edge> earlier = new ArrayList<>(1);

	private final List<Edge> later = new ArrayList<>(1);

	private int open;

	private boolean done;

	/**
	 * Lets this wait until something else is deleted.
	 * @param other what refers to this
	 * @param via the association whose key it has, or {@code null}
	 */
	void after(DeletionStep other, @Nullable AssociationProperty via) {
		Edge edge = new Edge(other, this, via);
		this.earlier.add(edge);
		other.later.add(edge);
		this.open++;
	}

	boolean isDone() {
		return this.done;
	}

	boolean isReady() {
		return this.open == 0 && !this.done;
	}

	int open() {
		return this.open;
	}

	/**
	 * Is told that this is deleted, or is about to be.
	 * @return what need not wait any longer
	 */
	List<DeletionStep> done() {
		this.done = true;
		List<DeletionStep> ready = new ArrayList<>();
		for (Edge edge : this.later) {
			DeletionStep then = edge.then();
			if (--then.open == 0 && !then.done) {
				ready.add(then);
			}
		}
		return ready;
	}

	/** What this waits for. */
	Stream<Edge> openEdges() {
		return this.earlier.stream().filter((edge) -> !edge.first().done);
	}

	/** What waits for this, or has waited. */
	Stream<Edge> laterEdges() {
		return this.later.stream();
	}

	/**
	 * Something that goes before something else.
	 *
	 * @param first is deleted first
	 * @param then what it refers to
	 * @param via the association whose key it has, or {@code null} if nobody can say
	 */
	record Edge(DeletionStep first, DeletionStep then, @Nullable AssociationProperty via) {
	}

}
