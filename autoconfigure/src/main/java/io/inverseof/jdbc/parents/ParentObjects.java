package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.unitofwork.CurrentUnit;

/**
 * The objects in memory that are those of rows which follow others. Confined to one
 * thread.
 */
final class ParentObjects {

	private final AggregateGraph graph;

	private final ParentLinks links;

	private final Map<ParentKey, Set<Object>> objects = new HashMap<>();

	ParentObjects(AggregateGraph graph, ParentLinks links, Collection<Object> known) {
		this.graph = graph;
		this.links = links;
		known.forEach(this::add);
	}

	void add(Object object) {
		Object id = this.links.isTarget(object.getClass()) ? this.graph.idOf(object) : null;
		if (id != null) {
			set(new ParentKey(this.links.table(object.getClass()), id)).add(object);
		}
	}

	private Set<Object> set(ParentKey key) {
		return this.objects.computeIfAbsent(key, (row) -> Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	/**
	 * Returns the objects of a row, that of the unit of work as well.
	 */
	List<Object> of(ParentKey key) {
		Set<Object> found = set(key);
		CurrentUnit unit = this.graph.currentUnit();
		if (unit != null) {
			key.table().types().stream().map((type) -> unit.find(type, key.id())).forEach((cached) -> {
				if (cached != null) {
					found.add(cached);
				}
			});
		}
		return new ArrayList<>(found);
	}

}
