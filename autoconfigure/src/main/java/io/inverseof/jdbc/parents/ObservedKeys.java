package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.inverseof.jdbc.RowObserver.Rows;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose key is changed by a statement of its own. Thread-safe.
 */
final class ObservedKeys {

	private final ParentLinks links;

	private final ChildRows rows;

	private final OpenChanges open;

	private final TargetLocks locks;

	private final MovedRows moved;

	ObservedKeys(ParentWriter writer, OpenChanges open, TargetLocks locks, MovedRows moved) {
		this.links = writer.links();
		this.rows = writer.rows();
		this.open = open;
		this.locks = locks;
		this.moved = moved;
	}

	Rows changingKeys(AssociationProperty property, @Nullable Object from, @Nullable Object to, List<?> ids) {
		boolean belongsTo = property.kind() == AssociationKind.BELONGS_TO;
		Class<?> type = belongsTo ? property.owner() : property.target();
		List<ParentLink> links = this.links.ofRow(type);
		if (links.isEmpty() || ids.isEmpty()) {
			return Rows.NONE;
		}
		KeyMove move = new KeyMove(property, from, to);
		List<ChildRow> present = (move.isKnown(links, ids) && !this.rows.isShared(type))
				? List.of(move.assumed(ids.get(0), links)) : this.rows.lock(type, links, ids);
		present.forEach((row) -> this.moved.moving(type, row.id()));
		lockTargets(move, links);
		Map<Object, Integer> places = places(ids);
		return (which) -> this.open.record((changes) -> present.stream()
			.filter((row) -> isWritten(which, places.get(row.id())) && move.applies(row, links))
			.forEach((row) -> moved(row, move, links, changes)));
	}

	private static Map<Object, Integer> places(List<?> ids) {
		Map<Object, Integer> places = new HashMap<>();
		for (int i = 0; i < ids.size(); i++) {
			places.put(ids.get(i), i);
		}
		return places;
	}

	private static boolean isWritten(boolean[] which, @Nullable Integer place) {
		return which.length == 0 || (place != null && which[place]);
	}

	private void lockTargets(KeyMove move, List<ParentLink> links) {
		List<ParentKey> keys = new ArrayList<>();
		links.stream().filter(move::concerns).map(move::to).forEach((key) -> {
			if (key != null) {
				keys.add(key);
			}
		});
		this.locks.lock(keys);
	}

	private static void moved(ChildRow row, KeyMove move, List<ParentLink> links, ParentChanges changes) {
		for (int i = 0; i < links.size(); i++) {
			ParentLink link = links.get(i);
			ParentKey before = row.keys().get(i);
			changes.moved(link, before, (move.concerns(link) && row.has(link)) ? move.to(link) : before);
		}
	}

}
