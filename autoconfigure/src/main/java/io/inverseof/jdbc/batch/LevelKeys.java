package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;

/**
 * What the rows of a level have collections of one path by.
 */
final class LevelKeys {

	private final Map<CollectionKey, Identifier> identifiers = new LinkedHashMap<>();

	private boolean distinct = true;

	private LevelKeys() {
	}

	static LevelKeys of(List<? extends LevelRow> rows, CollectionPath path) {
		LevelKeys keys = new LevelKeys();
		for (LevelRow row : rows) {
			Identifier identifier = path.identifierOf(row);
			if (identifier != null && identifier.size() > 0) {
				keys.add(identifier);
			}
		}
		return keys;
	}

	private void add(Identifier identifier) {
		Identifier other = this.identifiers.putIfAbsent(CollectionKey.of(identifier), identifier);
		this.distinct &= other == null || areEqual(identifier, other);
	}

	private static boolean areEqual(Identifier one, Identifier other) {
		Iterator<Object> others = other.toMap().values().iterator();
		return one.toMap().values().stream().allMatch((part) -> others.hasNext() && areEqual(part, others.next()));
	}

	private static boolean areEqual(Object one, Object other) {
		return Objects.deepEquals(one, other);
	}

	/**
	 * Whether no database takes two of the keys for equal, so that each row that is found
	 * belongs to one key only.
	 */
	boolean areDistinct() {
		return this.distinct;
	}

	int size() {
		return this.identifiers.size();
	}

	List<Identifier> all() {
		return new ArrayList<>(this.identifiers.values());
	}

	@Nullable Identifier get(CollectionKey key) {
		return this.identifiers.get(key);
	}

}
