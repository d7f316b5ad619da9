package io.inverseof.jdbc.parents;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.RowValues;
import io.inverseof.unitofwork.Undo;

/**
 * Keeps an ordinary save from writing an older time over the one at which a row was
 * touched in the same unit of work. Thread-safe.
 */
final class KeptTouches {

	private final AggregateGraph graph;

	private final ParentLinks links;

	KeptTouches(ParentWriter writer) {
		this.graph = writer.graph();
		this.links = writer.links();
	}

	/**
	 * An object may be older than the time at which its row was touched in this unit of
	 * work.
	 */
	void keep(Object instance) {
		TouchedRows touched = this.links.isTarget(instance.getClass()) ? TouchedRows.of(this.graph.currentUnit())
				: null;
		Object id = (touched != null && !touched.isEmpty()) ? this.graph.idOf(instance) : null;
		if (touched != null && id != null) {
			ParentKey key = new ParentKey(this.links.table(instance.getClass()), id);
			touched.forEach(key, (column, time) -> keep(instance, key.table(), column, time));
		}
	}

	private void keep(Object instance, ParentTable table, ParentColumn column, Object time) {
		ParentColumn own = table.column(instance.getClass(), column.name().getReference());
		if (own != null) {
			RowValues values = new RowValues();
			values.addLatest(own.path(), time);
			Undo undo = values.writeTo(instance);
			if (undo != null) {
				this.graph.changed(undo);
			}
		}
	}

}
