package io.inverseof.jdbc.saving;

import java.lang.ref.WeakReference;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

/**
 * The foreign key in the plain properties of a child before saving or deleting its owner
 * wrote another one there, so that it can be put back.
 */
final class WrittenPlainKey implements Undo {

	private final AggregateGraph graph;

	private final AssociationProperty property;

	private final WeakReference<Object> reference;

	private final @Nullable Object key;

	/**
	 * Writes a key into the plain properties of a child.
	 * @return the child, or a copy of an immutable one
	 */
	static Object write(AggregateGraph graph, AssociationProperty property, Object child, @Nullable Object key) {
		WrittenPlainKey before = new WrittenPlainKey(graph, property, child);
		Object keyed = graph.withPlainKey(property, child, key);
		if (keyed == child) {
			graph.changed(before);
		}
		return keyed;
	}

	private WrittenPlainKey(AggregateGraph graph, AssociationProperty property, Object child) {
		this.graph = graph;
		this.property = property;
		this.reference = new WeakReference<>(child);
		this.key = graph.plainKey(property, child);
	}

	@Override
	public void undo() {
		Object child = this.reference.get();
		if (child != null) {
			this.graph.withPlainKey(this.property, child, this.key);
		}
	}

	@Override
	public boolean isObsolete() {
		return this.reference.refersTo(null);
	}

}
