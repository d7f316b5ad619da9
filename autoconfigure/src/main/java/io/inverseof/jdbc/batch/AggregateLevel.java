package io.inverseof.jdbc.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.inverseof.model.AggregateCollection;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind that were read together, and so have their collections read together.
 */
final class AggregateLevel {

	private final List<? extends LevelRow> rows;

	private final @Nullable AggregateCollection within;

	private final Map<CollectionPath, LevelCollection> collections = new HashMap<>();

	/**
	 * Creates a level.
	 * @param rows the rows
	 * @param within the collection that they are the elements of, {@code null} for roots
	 */
	AggregateLevel(List<? extends LevelRow> rows, @Nullable AggregateCollection within) {
		this.rows = rows;
		this.within = within;
	}

	boolean isOf(List<? extends LevelRow> others) {
		return this.rows == others;
	}

	LevelCollection collection(CollectionPath path) {
		return this.collections.computeIfAbsent(path, (key) -> new LevelCollection(key, nameOf(key), this.rows));
	}

	private AggregateCollection nameOf(CollectionPath path) {
		return (this.within != null)
				? new AggregateCollection(this.within.owner(), this.within.name() + "." + path.name())
				: new AggregateCollection(path.owner(), path.name());
	}

}
