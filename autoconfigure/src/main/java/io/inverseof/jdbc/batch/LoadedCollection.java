package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;

/**
 * The rows of one collection of all rows of a level.
 */
final class LoadedCollection {

	private final List<ChildRow> rows;

	private final Map<CollectionKey, List<ChildRow>> groups;

	private LoadedCollection(List<ChildRow> rows, Map<CollectionKey, List<ChildRow>> groups) {
		this.rows = rows;
		this.groups = groups;
	}

	/**
	 * Groups rows by whom they belong to.
	 * @return the groups, or {@code null} if a row belongs to nobody
	 */
	static @Nullable LoadedCollection of(CollectionPath path, LevelKeys keys, List<FetchedRow> fetched) {
		List<ChildRow> rows = new ArrayList<>(fetched.size());
		Map<CollectionKey, List<ChildRow>> groups = new HashMap<>();
		for (FetchedRow row : fetched) {
			Identifier parent = (row.key() != null) ? keys.get(row.key()) : null;
			if (parent == null) {
				return null;
			}
			List<ChildRow> group = groups.computeIfAbsent(row.key(), (key) -> new ArrayList<>());
			ChildRow child = new ChildRow(path, row.document(), group.size(), parent);
			group.add(child);
			rows.add(child);
		}
		return new LoadedCollection(rows, groups);
	}

	List<ChildRow> rows() {
		return this.rows;
	}

	List<ChildRow> of(CollectionKey key) {
		return this.groups.getOrDefault(key, List.of());
	}

}
