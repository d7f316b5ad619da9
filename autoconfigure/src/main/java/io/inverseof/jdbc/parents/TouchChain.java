package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.jdbc.parents.TouchedRows.Touched;
import org.jspecify.annotations.Nullable;

/**
 * Goes up from rows that are touched to those that they touch in turn, each one once.
 * Confined to one thread.
 */
final class TouchChain {

	private final ParentLinks links;

	private final ChildRows rows;

	private final ParentObjects objects;

	private final @Nullable TouchedRows before;

	private final Set<Touched> seen = new HashSet<>();

	TouchChain(ParentLinks links, ChildRows rows, ParentObjects objects, @Nullable TouchedRows before) {
		this.links = links;
		this.rows = rows;
		this.objects = objects;
		this.before = before;
	}

	/**
	 * Adds what is touched further up, and takes out what was touched before.
	 */
	void complete(Map<ParentKey, ParentChange> changes) {
		changes.forEach((key, change) -> change.touched().removeIf((column) -> !isFirst(key, column)));
		Set<ParentKey> level = new HashSet<>();
		changes.forEach((key, change) -> {
			if (!change.touched().isEmpty()) {
				level.add(key);
			}
		});
		Set<ParentKey> next = level;
		while (!next.isEmpty()) {
			next = above(next, changes);
		}
	}

	private boolean isFirst(ParentKey key, ParentColumn column) {
		boolean touchedBefore = this.before != null && this.before.contains(key, column);
		return this.seen.add(new Touched(key, column)) && !touchedBefore;
	}

	private Set<ParentKey> above(Set<ParentKey> level, Map<ParentKey, ParentChange> changes) {
		Set<ParentKey> next = new HashSet<>();
		ParentStatements.byTable(level).forEach((table, ids) -> {
			List<ParentLink> touching = touching(table);
			if (!touching.isEmpty()) {
				keys(table, ids, touching).forEach((row) -> touch(row, touching, changes, next));
			}
		});
		return next;
	}

	private List<ParentLink> touching(ParentTable table) {
		return this.links.ofRow(table.entity().getType()).stream().filter(ParentLink::touches).toList();
	}

	private void touch(ChildRow row, List<ParentLink> touching, Map<ParentKey, ParentChange> changes,
			Set<ParentKey> next) {
		for (int i = 0; i < touching.size(); i++) {
			ParentKey key = row.keys().get(i);
			ParentColumn column = touching.get(i).touched(key);
			if (key != null && column != null && isFirst(key, column)) {
				changes.computeIfAbsent(key, (parent) -> new ParentChange()).touch(column);
				next.add(key);
			}
		}
	}

	/**
	 * Rows that are in memory as they are in the database need not be read.
	 */
	private List<ChildRow> keys(ParentTable table, Collection<Object> ids, List<ParentLink> touching) {
		List<ChildRow> known = new ArrayList<>();
		List<Object> unknown = new ArrayList<>();
		for (Object id : ids) {
			List<Object> present = this.objects.of(new ParentKey(table, id));
			present.forEach((object) -> touching.forEach((link) -> offerTarget(link, object)));
			ChildRow row = present.stream()
				.filter((object) -> isKnown(object, touching))
				.map((object) -> inMemory(id, object, touching))
				.findFirst()
				.orElse(null);
			if (row != null) {
				known.add(row);
			}
			else {
				unknown.add(id);
			}
		}
		known.addAll(this.rows.read(table.entity().getType(), touching, unknown));
		return known;
	}

	private void offerTarget(ParentLink link, Object object) {
		BelongsToHolder<?, ?> holder = link.holder(object);
		if (holder != null) {
			holder.inMemory().forEach(this.objects::add);
		}
	}

	private static boolean isKnown(Object object, List<ParentLink> touching) {
		return touching.stream().allMatch((link) -> {
			BelongsToHolder<?, ?> holder = link.property().owner().isInstance(object) ? link.holder(object) : null;
			return holder != null && holder.isKeyOfRow();
		});
	}

	private static ChildRow inMemory(Object id, Object object, List<ParentLink> touching) {
		List<@Nullable ParentKey> keys = new ArrayList<>();
		touching.forEach((link) -> keys.add(link.inMemory(object)));
		return new ChildRow(id, keys, null);
	}

}
