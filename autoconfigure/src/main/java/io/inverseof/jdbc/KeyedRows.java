package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The rows that one query found for several keys.
 */
final class KeyedRows {

	private final Map<Object, List<Object>> rows = new HashMap<>();

	private final boolean complete;

	private KeyedRows(List<Object> keys, List<?> rows, Function<Object, @Nullable Object> keyOf) {
		keys.forEach((key) -> this.rows.put(key, new ArrayList<>(0)));
		this.complete = rows.stream().allMatch((row) -> add(row, keyOf.apply(row)));
	}

	static KeyedRows of(List<Object> keys, List<?> rows, Function<Object, @Nullable Object> keyOf) {
		return new KeyedRows(keys, rows, keyOf);
	}

	private boolean add(Object row, @Nullable Object key) {
		List<Object> group = (key != null) ? this.rows.get(key) : null;
		return group != null && group.add(row);
	}

	/**
	 * Tells whether each row has one of the keys. A database may find rows whose key is
	 * another object in Java, such as a text with trailing blanks; then nothing is
	 * certain.
	 */
	boolean isComplete() {
		return this.complete;
	}

	/**
	 * Returns the rows of a key.
	 * @return the rows in their order, or {@code null} if it is not certain that there
	 * are none
	 */
	@Nullable List<Object> of(Object key) {
		List<Object> group = this.rows.getOrDefault(key, List.of());
		return (!group.isEmpty() || ComparableKey.isCertain(key)) ? group : null;
	}

}
