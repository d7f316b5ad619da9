package io.inverseof.jdbc.parents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

/**
 * What was touched in a unit of work already, and when. Confined to one thread.
 */
final class TouchedRows {

	private final Map<Touched, Object> times = new HashMap<>();

	static @Nullable TouchedRows of(@Nullable CurrentUnit unit) {
		return (unit != null) ? unit.attribute(TouchedRows.class, TouchedRows::new) : null;
	}

	boolean contains(ParentKey key, ParentColumn column) {
		return this.times.containsKey(new Touched(key, column));
	}

	/**
	 * Adds what was touched just now. A rollback takes it back.
	 */
	void add(CurrentUnit unit, Map<Touched, Object> times) {
		this.times.putAll(times);
		Set<Touched> added = new HashSet<>(times.keySet());
		unit.changed(Undo.of(this, (touched) -> touched.times.keySet().removeAll(added)));
	}

	/**
	 * Visits the times at which a row was touched.
	 */
	void forEach(ParentKey key, BiConsumer<ParentColumn, Object> action) {
		this.times.forEach((touched, time) -> {
			if (touched.key().equals(key)) {
				action.accept(touched.column(), time);
			}
		});
	}

	boolean isEmpty() {
		return this.times.isEmpty();
	}

	/**
	 * A timestamp of one row.
	 *
	 * @param key the row
	 * @param column the column
	 */
	record Touched(ParentKey key, ParentColumn column) {

	}

}
