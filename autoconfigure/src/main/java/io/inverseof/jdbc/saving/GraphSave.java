package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AggregateGraph.Reference;
import io.inverseof.jdbc.saving.WriteOrder.Edge;
import io.inverseof.jdbc.saving.WriteOrder.Node;
import org.jspecify.annotations.Nullable;

/**
 * One call that saves: the objects it was asked for, new objects that they refer to
 * before them, and what changed in the has-one and has-many associations of everything
 * that was written after them, level by level. Bound to the thread while it runs, so that
 * callbacks of the application which save something themselves find it.
 */
final class GraphSave {

	private static final ThreadLocal<@Nullable GraphSave> CURRENT = new ThreadLocal<>();

	private final GraphParts parts;

	private final AggregateGraph graph;

	private final ClaimedChildren claims;

	private final SavedCopies copies;

	private final @Nullable GraphSave outer = CURRENT.get();

	private final Set<Object> inProgress = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> requested = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> written = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> withoutRow = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> inserted = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Object> cascaded = Collections.newSetFromMap(new IdentityHashMap<>());

	private final List<GeneratedValues> generated = new ArrayList<>();

	private final List<BelongsToHolder<?, ?>> deferred = new ArrayList<>();

	private List<Object> owners = new ArrayList<>();

	private boolean alone;

	GraphSave(GraphParts parts) {
		this.parts = parts;
		this.graph = parts.graph();
		this.claims = new ClaimedChildren(parts);
		this.copies = new SavedCopies(parts.graph());
	}

	static @Nullable GraphSave current() {
		return CURRENT.get();
	}

	/**
	 * Tells whether an object is being written by the current thread.
	 */
	static boolean isInProgress(Object entity) {
		for (GraphSave save = CURRENT.get(); save != null; save = save.outer) {
			if (save.inProgress.contains(entity)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Tells whether an object is being written by the current thread, or was written by
	 * what it is doing. It may still call itself new, for only a callback of the
	 * application can tell some that they are not.
	 */
	static boolean isWritten(Object entity) {
		for (GraphSave save = CURRENT.get(); save != null; save = save.outer) {
			if (save.inProgress.contains(entity) || save.written.contains(entity)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Saves objects with everything that belongs to them.
	 * @param entities the objects
	 * @param operation writes some of them
	 * @return what became of them, in the same order
	 */
	List<Object> save(List<?> entities, Function<List<Object>, List<Object>> operation) {
		return running(() -> {
			Map<Object, Object> before = savedBefore(entities);
			List<?> open = entities.stream().filter((entity) -> !before.containsKey(entity)).toList();
			this.requested.addAll(open);
			this.claims.verify(open);
			Iterator<Object> saved = write(open, operation).iterator();
			cascade();
			return entities.stream()
				.map((entity) -> before.containsKey(entity) ? before.get(entity) : saved.next())
				.toList();
		});
	}

	/**
	 * Saves objects with which nothing else has to be written. If they fail, they are
	 * left as Spring Data leaves them, for the transaction may go on.
	 */
	List<Object> saveAlone(List<?> entities, Function<List<Object>, List<Object>> operation) {
		this.alone = true;
		return save(entities, operation);
	}

	/**
	 * Immutable objects that were saved because others belong with them are not saved
	 * again.
	 */
	private Map<Object, Object> savedBefore(List<?> entities) {
		Map<Object, Object> saved = new IdentityHashMap<>();
		for (Object entity : entities) {
			Object before = this.graph.isNew(entity) ? this.graph.savedBefore(entity) : null;
			if (before != null) {
				saved.put(entity, before);
			}
		}
		return saved;
	}

	/**
	 * Saves an object that the application has not asked to be saved.
	 */
	void saveCreated(Object entity) {
		running(() -> {
			this.claims.verify(List.of(entity));
			write(List.of(entity), this::saveTogether);
			cascade();
			return Boolean.TRUE;
		});
	}

	/**
	 * Saves the new objects that an object refers to, which is about to be written by
	 * somebody else.
	 */
	void saveTargetsOf(Object entity) {
		List<Object> targets = new ArrayList<>();
		this.graph.forEachReference(entity, (reference) -> {
			Object target = unsaved(reference);
			if (target != null && target != entity) {
				targets.add(target);
			}
		});
		if (!targets.isEmpty()) {
			running(() -> {
				this.inProgress.add(entity);
				this.claims.verify(targets);
				write(targets, this::saveTogether);
				this.graph.forEachReference(entity, this::findSaved);
				cascade();
				return Boolean.TRUE;
			});
		}
	}

	/**
	 * Saves what changed in the associations of an object that somebody else wrote.
	 */
	void saveChildrenOf(Object entity) {
		running(() -> {
			this.claims.verify(List.of(entity));
			this.written.add(entity);
			this.owners.add(entity);
			cascade();
			return Boolean.TRUE;
		});
	}

	private <T> T running(Supplier<T> work) {
		CURRENT.set(this);
		try {
			return work.get();
		}
		catch (RuntimeException | Error ex) {
			if (Transactions.isActive()) {
				undo();
			}
			throw ex;
		}
		finally {
			this.deferred.forEach((holder) -> holder.deferKey(false));
			restoreOuter();
		}
	}

	/**
	 * Puts back the ids and versions of everything that was written.
	 */
	void undo() {
		this.generated.forEach(GeneratedValues::undo);
	}

	private void restoreOuter() {
		if (this.outer != null) {
			CURRENT.set(this.outer);
		}
		else {
			CURRENT.remove();
		}
	}

	private List<Object> write(List<?> entities, Function<List<Object>, List<Object>> operation) {
		WriteOrder order = new WriteOrder(this.graph, this.parts.nullable());
		order.add(entities, this::unsaved);
		writeAll(order, operation);
		return entities.stream().<Object>map((entity) -> order.nodeOf(entity).saved()).toList();
	}

	private void writeAll(WriteOrder order, Function<List<Object>, List<Object>> operation) {
		order.nodes().forEach((node) -> touch(node.entity()));
		List<Edge> later = new ArrayList<>();
		while (order.hasNext()) {
			List<Node> wave = order.next();
			wave.forEach((node) -> defer(node, later));
			write(order, wave.stream().filter((node) -> !node.isRequested()).toList(), this::saveTogether);
			write(order, wave.stream().filter(Node::isRequested).toList(), operation);
		}
		later.forEach(this::pointBack);
	}

	/**
	 * Finds the new object that a reference leads to, unless it is being written already.
	 */
	private @Nullable Object unsaved(Reference reference) {
		BelongsToHolder<?, ?> holder = reference.holder();
		Object target = holder.isDeferred() ? null : findSaved(reference);
		return (target != null && this.graph.isNew(target) && !isWritten(target)) ? target : null;
	}

	/**
	 * Returns the assigned target, and if that is an immutable object that was saved
	 * before, the saved one in its place.
	 */
	private @Nullable Object findSaved(Reference reference) {
		BelongsToHolder<?, ?> holder = reference.holder();
		Object target = holder.assignedTarget();
		Object saved = (target != null) ? this.graph.savedAs(target) : null;
		if (saved != null) {
			this.graph.changing(holder);
			holder.retarget(saved);
			return saved;
		}
		return target;
	}

	private void defer(Node node, List<Edge> later) {
		for (Edge edge : node.deferred()) {
			BelongsToHolder<?, ?> holder = edge.reference().holder();
			holder.deferKey(true);
			this.deferred.add(holder);
			later.add(edge);
		}
	}

	/**
	 * Writes the key of an object that was inserted without it.
	 */
	private void pointBack(Edge edge) {
		BelongsToHolder<?, ?> holder = edge.reference().holder();
		Object row = edge.from().saved();
		holder.deferKey(false);
		this.parts.statements().pointBack(edge.reference().property(), this.graph.requiredIdOf(row), keyOf(edge));
		holder.writeFollowedKey();
		holder.saved();
		this.graph.rowWritten(row);
	}

	private Object keyOf(Edge edge) {
		Object target = edge.to().saved();
		return TypedKey.to(edge.reference().property(), target, this.graph.requiredIdOf(target));
	}

	private void write(WriteOrder order, List<Node> nodes, Function<List<Object>, List<Object>> operation) {
		if (nodes.isEmpty()) {
			return;
		}
		List<Object> entities = nodes.stream().map(Node::entity).toList();
		entities.forEach(this::beforeWriting);
		this.inProgress.addAll(entities);
		List<Object> saved = operation.apply(entities);
		// not removeAll(..), which would ask the objects whether they are equal
		entities.forEach(this.inProgress::remove);
		for (int i = 0; i < nodes.size(); i++) {
			written(order, nodes.get(i), saved.get(i));
		}
	}

	private void beforeWriting(Object entity) {
		if (this.graph.isNew(entity)) {
			this.withoutRow.add(entity);
		}
		GeneratedValues values = this.parts.generatedValues(entity);
		if (!this.alone || !this.requested.contains(entity)) {
			this.generated.add(values);
		}
		if (!this.requested.contains(entity)) {
			this.graph.changed(values);
		}
	}

	private void written(WriteOrder order, Node node, Object saved) {
		Object original = node.entity();
		if (this.withoutRow.remove(original)) {
			this.inserted.add(saved);
		}
		if (saved != original) {
			this.copies.take(node, saved, !this.requested.contains(original));
		}
		order.written(node, saved);
		this.written.add(saved);
		this.owners.add(saved);
	}

	/**
	 * Writes objects with what is inside them and nothing else, those of a class together
	 * as Spring Data JDBC does. A callback may have saved some of them meanwhile.
	 */
	private List<Object> saveTogether(List<Object> entities) {
		Map<Object, Object> saved = new IdentityHashMap<>();
		Map<Class<?>, List<Object>> byClass = new LinkedHashMap<>();
		for (Object entity : entities) {
			Object known = savedMeanwhile(entity);
			if (known != null) {
				saved.put(entity, known);
			}
			else {
				byClass.computeIfAbsent(entity.getClass(), (type) -> new ArrayList<>()).add(entity);
			}
		}
		for (List<Object> together : byClass.values()) {
			List<Object> written = this.parts.saveAlone(together);
			for (int i = 0; i < together.size(); i++) {
				saved.put(together.get(i), written.get(i));
			}
		}
		return entities.stream().map(saved::get).toList();
	}

	private @Nullable Object savedMeanwhile(Object entity) {
		Object saved = this.graph.savedAs(entity);
		return (saved != null) ? saved : this.graph.isNew(entity) ? null : entity;
	}

	/**
	 * Goes on with the associations of what was written until nothing is left.
	 */
	private void cascade() {
		while (!this.owners.isEmpty()) {
			List<Object> level = this.owners.stream().filter(this.cascaded::add).toList();
			this.owners = new ArrayList<>();
			ChildChanges changes = new ChildChanges(this.parts, this.claims);
			level.forEach((owner) -> changes.collect(owner, this.inserted.contains(owner)));
			changes.remove();
			this.owners.addAll(changes.move());
			Collection<Object> children = changes.newChildren();
			if (!children.isEmpty()) {
				write(List.copyOf(children), this::saveTogether);
			}
			List<Object> again = changes.saved();
			again.forEach(this.cascaded::remove);
			this.owners.addAll(again);
		}
	}

	/**
	 * Lets a rollback bring back what was in memory before.
	 */
	private void touch(Object entity) {
		this.graph.forEachChildren(entity, (children) -> this.graph.changing(children.holder()));
		this.graph.forEachReference(entity, (reference) -> this.graph.changing(reference.holder()));
	}

}
