package io.inverseof.jdbc.parents;

import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.parents.TouchedRows.Touched;
import io.inverseof.unitofwork.CurrentUnit;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Writes what some work has changed of the rows that it referred to. Thread-safe.
 */
final class ParentWriter {

	private final AggregateGraph graph;

	private final ParentLinks links;

	private final ChildRows rows;

	private final ParentStatements statements;

	private final ParentRefresh refresh;

	private final TouchClock clock;

	ParentWriter(AggregateGraph graph, ParentLinks links, JdbcConverter converter,
			NamedParameterJdbcOperations operations, Dialect dialect, TouchClock clock) {
		this.graph = graph;
		this.links = links;
		this.rows = new ChildRows(converter, operations, dialect);
		this.statements = new ParentStatements(converter, operations, dialect);
		this.refresh = new ParentRefresh(graph, converter, operations, dialect);
		this.clock = clock;
	}

	AggregateGraph graph() {
		return this.graph;
	}

	ParentLinks links() {
		return this.links;
	}

	ChildRows rows() {
		return this.rows;
	}

	ParentStatements statements() {
		return this.statements;
	}

	/**
	 * Writes what some work has changed, and tells the objects in memory.
	 */
	void write(ParentChanges changes) {
		Map<ParentKey, ParentChange> all = changes.take();
		if (all.isEmpty()) {
			return;
		}
		CurrentUnit unit = this.graph.currentUnit();
		TouchedRows touchedRows = TouchedRows.of(unit);
		ParentObjects objects = new ParentObjects(this.graph, this.links, changes.objects());
		new TouchChain(this.links, this.rows, objects, touchedRows).complete(all);
		all.values().removeIf(ParentChange::isEmpty);
		Map<Touched, Object> times = times(all);
		this.statements.write(all, (key, column) -> Objects.requireNonNull(times.get(new Touched(key, column))));
		if (unit != null && touchedRows != null && !times.isEmpty()) {
			touchedRows.add(unit, times);
		}
		all.keySet().forEach(this::changed);
		this.refresh.refresh(ParentRefresh.columns(all), objects, true);
	}

	private void changed(ParentKey key) {
		key.table().types().forEach((type) -> this.graph.rowChanged(type, key.id()));
	}

	private Map<Touched, Object> times(Map<ParentKey, ParentChange> changes) {
		Map<Touched, Object> times = new HashMap<>();
		if (changes.values().stream().anyMatch((change) -> !change.touched().isEmpty())) {
			TemporalAccessor now = this.clock.now();
			changes.forEach((key, change) -> change.touched()
				.forEach((column) -> times.put(new Touched(key, column),
						TouchClock.as(now, column.property().getType()))));
		}
		return times;
	}

}
