package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import org.jspecify.annotations.Nullable;

/**
 * The queries for collections inside aggregates that were not needed, kept until the
 * application asks for the aggregate: one that was read ahead and is never asked for
 * saves nothing. By id, because callbacks may replace an aggregate, and so that none is
 * kept in memory. Filled by the thread that reads the rows.
 */
final class DeferredAvoidance {

	private final Function<Object, @Nullable Object> ids;

	private final Map<Object, List<NamedAssociation>> avoided = new HashMap<>();

	private List<NamedAssociation> current = new ArrayList<>(0);

	DeferredAvoidance(Function<Object, @Nullable Object> ids) {
		this.ids = ids;
	}

	/**
	 * Begins to read an aggregate.
	 */
	void begin() {
		this.current = new ArrayList<>(0);
	}

	void avoided(NamedAssociation collection) {
		this.current.add(collection);
	}

	/**
	 * Ends to read an aggregate.
	 */
	synchronized void converted(Object root) {
		Object id = this.current.isEmpty() ? null : this.ids.apply(root);
		if (id != null) {
			this.avoided.put(id, this.current);
			this.current = new ArrayList<>(0);
		}
	}

	/**
	 * Reports what an aggregate has saved, for each owner that asks for it.
	 */
	void replay(Object root, AssociationListener listener) {
		List<NamedAssociation> collections = get(root);
		if (collections != null) {
			collections.forEach((collection) -> listener.queryAvoided(collection, AvoidedReason.BATCH));
		}
	}

	private synchronized @Nullable List<NamedAssociation> get(Object root) {
		Object id = this.avoided.isEmpty() ? null : this.ids.apply(root);
		return (id != null) ? this.avoided.get(id) : null;
	}

}
