package io.inverseof.jdbc.parents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.RowObserver.Rows;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Rows that are inserted and updated with their objects. Thread-safe.
 */
final class ObservedSaves {

	private final AggregateGraph graph;

	private final ParentLinks links;

	private final ChildRows rows;

	private final ParentStatements statements;

	private final OpenChanges open;

	private final TargetLocks locks;

	private final MovedRows moved;

	private final KeptTouches touches;

	ObservedSaves(ParentWriter writer, OpenChanges open, TargetLocks locks, MovedRows moved) {
		this.graph = writer.graph();
		this.links = writer.links();
		this.rows = writer.rows();
		this.statements = writer.statements();
		this.open = open;
		this.locks = locks;
		this.moved = moved;
		this.touches = new KeptTouches(writer);
	}

	private boolean concerns(Class<?> type) {
		return !this.links.ofObject(type).isEmpty() || this.links.isTarget(type);
	}

	Rows inserting(List<?> instances) {
		if (this.links.isEmpty() || instances.stream().noneMatch((instance) -> concerns(instance.getClass()))) {
			return Rows.NONE;
		}
		this.locks.lockTargets(instances);
		return (which) -> this.open.record((changes) -> instances.forEach((instance) -> inserted(instance, changes)));
	}

	private void inserted(Object instance, ParentChanges changes) {
		changes.inserted(List.of(instance));
		this.open.offer(instance, changes);
		for (ParentLink link : this.links.ofObject(instance.getClass())) {
			changes.moved(link, null, link.inMemory(instance));
		}
	}

	/**
	 * A key that stays is not looked up.
	 */
	private void lockMoved(Object instance, List<ParentLink> links, List<ChildRow> present) {
		Set<ParentKey> keys = new LinkedHashSet<>();
		for (int i = 0; i < links.size() && !present.isEmpty(); i++) {
			ParentKey from = present.get(0).keys().get(i);
			ParentKey to = links.get(i).inMemory(instance);
			if (!Objects.equals(from, to)) {
				Stream.of(Optional.ofNullable(from), Optional.ofNullable(to))
					.flatMap(Optional::stream)
					.forEach(keys::add);
			}
		}
		if (!keys.isEmpty()) {
			this.moved.moving(instance.getClass(), present.get(0).id());
		}
		this.locks.lock(keys);
	}

	Rows updating(Object instance) {
		Class<?> type = instance.getClass();
		if (this.links.isEmpty() || !concerns(type)) {
			return Rows.NONE;
		}
		this.touches.keep(instance);
		Object id = this.graph.requiredIdOf(instance);
		List<ParentLink> links = this.links.ofObject(type);
		boolean mayBeOld = mayBeOld(type, links);
		List<ChildRow> present = (isUnchanged(instance, links) && !(mayBeOld && this.moved.isMoved(type, id)))
				? List.of() : this.rows.lock(type, links, List.of(id));
		lockMoved(instance, links, present);
		return (which) -> {
			if (which.length == 0 || which[0]) {
				if (mayBeOld && present.isEmpty()) {
					requireStill(instance, id);
				}
				this.open.record((changes) -> updated(instance, links, present, changes));
			}
		};
	}

	/**
	 * Without a version nobody keeps an old object from taking a row back that somebody
	 * else has moved.
	 */
	private boolean mayBeOld(Class<?> type, List<ParentLink> links) {
		return links.stream().anyMatch((link) -> link.property().counterCache() != null)
				&& !this.rows.isVersioned(type);
	}

	/**
	 * Whoever moves a row has locked it, and said so before it was written here.
	 */
	private void requireStill(Object instance, Object id) {
		if (this.moved.isMoved(instance.getClass(), id)) {
			String type = instance.getClass().getSimpleName();
			throw new OptimisticLockingFailureException(
					("%s %s cannot be saved: its row was moved to another target while it was being saved. Read it again, or "
							+ "give %s a @Version.")
						.formatted(type, id, type));
		}
	}

	private static boolean isUnchanged(Object instance, List<ParentLink> links) {
		return links.stream().map((link) -> link.holder(instance)).allMatch(ObservedSaves::isUnchanged);
	}

	private static boolean isUnchanged(@Nullable BelongsToHolder<?, ?> holder) {
		return holder == null || holder.isKeyOfRow();
	}

	private void updated(Object instance, List<ParentLink> links, List<ChildRow> present, ParentChanges changes) {
		this.open.offer(instance, changes);
		for (int i = 0; i < links.size(); i++) {
			ParentKey to = links.get(i).inMemory(instance);
			changes.moved(links.get(i), present.isEmpty() ? to : present.get(0).keys().get(i), to);
		}
	}

	Rows upserting(Object instance) {
		Class<?> type = instance.getClass();
		if (this.links.isEmpty() || !concerns(type)) {
			return Rows.NONE;
		}
		this.touches.keep(instance);
		Object id = this.graph.requiredIdOf(instance);
		List<ParentLink> links = this.links.ofObject(type);
		List<ChildRow> present = links.isEmpty() ? List.of() : this.rows.lock(type, links, List.of(id));
		lockMoved(instance, links, present);
		this.locks.lockTargets(List.of(instance));
		return (which) -> {
			if (this.links.isTarget(type)) {
				ParentKey key = new ParentKey(this.links.table(type), id);
				this.statements.startCounting(key, counters(type));
			}
			this.open.record((changes) -> upserted(instance, links, present, changes));
		};
	}

	private Set<ParentColumn> counters(Class<?> type) {
		Set<ParentColumn> counters = new LinkedHashSet<>();
		ParentKey any = new ParentKey(this.links.table(type), Boolean.TRUE);
		for (ParentLink link : this.links.linksTo(type)) {
			ParentColumn counter = link.counter(any);
			if (counter != null) {
				counters.add(counter);
			}
		}
		return counters;
	}

	private void upserted(Object instance, List<ParentLink> links, List<ChildRow> present, ParentChanges changes) {
		if (present.isEmpty()) {
			inserted(instance, changes);
		}
		else {
			updated(instance, links, present, changes);
		}
	}

}
