package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.Dependent;
import io.inverseof.UnreadKeyException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Reference;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.DependentRows;
import io.inverseof.jdbc.KnownTypes;
import io.inverseof.jdbc.saving.DeletionStep.Edge;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one call deletes. It is found level by level, by reading alone, so that
 * nothing is written before it is known that nothing stands in the way.
 */
final class DeletionPlan {

	private final AggregateGraph graph;

	private final DependentRows dependentRows;

	private final Map<RowKey, DeletedRow> rows = new LinkedHashMap<>();

	private final Map<AssociationProperty, DeletedChildren> children = new LinkedHashMap<>();

	private final Set<RowKey> others = new HashSet<>();

	private final Set<Class<?>> wholeTypes = new HashSet<>();

	private final List<Edge> loops = new ArrayList<>(0);

	private final List<AssociationProperty> selfReferences = new ArrayList<>(0);

	private final List<HeldReference> references = new ArrayList<>();

	DeletionPlan(AggregateGraph graph) {
		this.graph = graph;
		this.dependentRows = graph.dependentRows();
	}

	void addRoot(Class<?> type, Object id, @Nullable Object instance) {
		this.rows.putIfAbsent(RowKey.of(type, id), DeletedRow.root(type, id, instance));
	}

	/**
	 * Is told that all rows of a class are deleted, so that none of them depends on
	 * another one.
	 */
	void addWholeType(Class<?> type) {
		this.wholeTypes.add(type);
	}

	/**
	 * Adds rows that are deleted without what depends on them.
	 */
	void addAlone(Class<?> type, Collection<?> ids) {
		ids.forEach((id) -> this.others.add(RowKey.of(type, id)));
	}

	boolean contains(Class<?> type, Object id) {
		RowKey key = RowKey.of(type, id);
		return this.rows.containsKey(key) || this.others.contains(key) || this.wholeTypes.contains(type);
	}

	boolean containsSome(Class<?> type) {
		return this.rows.values().stream().anyMatch((row) -> type.isAssignableFrom(row.type()));
	}

	Collection<DeletedRow> rows() {
		return this.rows.values();
	}

	/** The keys of rows that refer to themselves. */
	List<Edge> loops() {
		return this.loops;
	}

	/** The associations among rows that are all deleted. */
	List<AssociationProperty> selfReferences() {
		return this.selfReferences;
	}

	List<DeletedRow> roots() {
		return this.rows.values().stream().filter(DeletedRow::isRoot).toList();
	}

	List<DeletedRow> dependents() {
		return this.rows.values().stream().filter((row) -> !row.isRoot()).toList();
	}

	List<DeletedChildren> children(Dependent.Action action) {
		return this.children.values().stream().filter((some) -> some.property().dependent() == action).toList();
	}

	DependentRows dependentRows() {
		return this.dependentRows;
	}

	/**
	 * Looks for what depends on the roots, and on that.
	 */
	void explore() {
		List<DeletedRow> level = List.copyOf(this.rows.values());
		while (!level.isEmpty()) {
			List<DeletedRow> next = new ArrayList<>();
			byType(level).forEach((type, owners) -> explore(type, owners, next));
			level = next;
		}
		this.references.forEach(this::connect);
		this.references.clear();
		children(Dependent.Action.DELETE).forEach(this::place);
	}

	/**
	 * Puts rows that nobody reads where their class tells: before their owners and what
	 * else they may refer to, and behind what may refer to them.
	 */
	private void place(DeletedChildren some) {
		some.owners().forEach((owner) -> owner.after(some, null));
		Class<?> type = some.property().target();
		Map<Class<?>, List<DeletedRow>> byType = byType(dependents());
		byType.remove(some.property().owner());
		byType.forEach((other, rows) -> place(some, type, rows, other));
		for (DeletedChildren others : children(Dependent.Action.DELETE)) {
			if (others != some && refersOnlyTo(type, others.property().target())) {
				others.after(some, null);
			}
		}
	}

	private void place(DeletedChildren some, Class<?> type, List<DeletedRow> rows, Class<?> other) {
		if (refersOnlyTo(type, other)) {
			rows.forEach((row) -> row.after(some, null));
		}
		else if (refersOnlyTo(other, type)) {
			rows.forEach((row) -> some.after(row, null));
		}
	}

	private boolean refersOnlyTo(Class<?> type, Class<?> other) {
		return this.dependentRows.refers(type, other) && !this.dependentRows.refers(other, type);
	}

	static Map<Class<?>, List<DeletedRow>> byType(List<DeletedRow> rows) {
		Map<Class<?>, List<DeletedRow>> byType = new LinkedHashMap<>();
		rows.forEach((row) -> byType.computeIfAbsent(row.type(), (type) -> new ArrayList<>()).add(row));
		return byType;
	}

	private void explore(Class<?> type, List<DeletedRow> owners, List<DeletedRow> next) {
		for (AssociationProperty property : this.graph.childrenOf(type)) {
			Dependent.Action action = property.dependent();
			if (action != null && this.wholeTypes.contains(property.target())) {
				this.selfReferences.add(property);
			}
			else if (action == Dependent.Action.DESTROY) {
				next.addAll(destroy(property, owners));
			}
			else if (action != null) {
				this.children.computeIfAbsent(property, DeletedChildren::new).add(owners);
			}
		}
	}

	private List<DeletedRow> destroy(AssociationProperty property, List<DeletedRow> owners) {
		DependentOwners together = new DependentOwners(this.graph, this.dependentRows, property, owners);
		List<DeletedRow> added = new ArrayList<>();
		for (Object child : together.readChildren()) {
			Object id = this.graph.requiredIdOf(child);
			DeletedRow row = this.rows.get(RowKey.of(child.getClass(), id));
			if (row == null) {
				row = DeletedRow.dependent(id, together.present(child, id));
				this.rows.put(RowKey.of(row.type(), id), row);
				added.add(row);
				remember(row, child);
			}
			for (DeletedRow owner : together.ownersOf(child)) {
				connect(row, owner, property);
			}
		}
		return added;
	}

	private void remember(DeletedRow row, Object child) {
		this.graph.forEachReference(child, (reference) -> this.references.add(new HeldReference(row, reference)));
	}

	/**
	 * What refers to another row that is deleted goes before it, whether that is its
	 * owner or not.
	 */
	private void connect(HeldReference held) {
		Reference reference = held.reference();
		Object key = keyOf(reference);
		DeletedRow target = (key != null) ? this.rows.get(RowKey.of(reference.property(), key)) : null;
		if (target != null) {
			connect(held.row(), target, reference.inRoot() ? reference.property() : null);
		}
	}

	private static @Nullable Object keyOf(Reference reference) {
		try {
			return reference.holder().key();
		}
		catch (UnreadKeyException ex) {
			return null;
		}
	}

	private void connect(DeletedRow row, DeletedRow target, @Nullable AssociationProperty via) {
		if (row != target) {
			target.after(row, via);
		}
		else {
			this.loops.add(new Edge(row, row, via));
		}
	}

	/**
	 * A reference as the database has it.
	 *
	 * @param row the row that has it
	 * @param reference where to
	 */
	private record HeldReference(DeletedRow row, Reference reference) {
	}

	/**
	 * Says which row of which class.
	 */
	private record RowKey(Class<?> type, Object id) {

		static RowKey of(Class<?> type, Object id) {
			return new RowKey(Inheritance.tableOwner(type), id);
		}

		static RowKey of(AssociationProperty property, Object key) {
			return of(KnownTypes.target(property, key), TypedKey.plain(key));
		}

	}

}
