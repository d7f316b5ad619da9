package io.inverseof.jdbc.parents;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.Inheritance;

/**
 * The rows that this application moved from one target to another, so that objects which
 * were read before are not taken for what the database has. Once it has forgotten some,
 * it takes all rows for moved. Thread-safe.
 */
final class MovedRows {

	private static final int CAPACITY = 16_384;

	private final Set<Row> moved = ConcurrentHashMap.newKeySet();

	private volatile boolean forgotten;

	/**
	 * Remembers that somebody who has locked a row is about to move it.
	 */
	void moving(Class<?> type, Object id) {
		if (this.moved.size() >= CAPACITY) {
			this.forgotten = true;
			this.moved.clear();
		}
		this.moved.add(Row.of(type, id));
	}

	/**
	 * Tells whether an object may be older than a move of its row.
	 */
	boolean isMoved(Class<?> type, Object id) {
		return this.forgotten || this.moved.contains(Row.of(type, id));
	}

	private record Row(Class<?> type, Object id) {

		/**
		 * Rows of several classes may have one table.
		 */
		static Row of(Class<?> type, Object id) {
			return new Row(Inheritance.tableOwner(type), id);
		}

	}

}
