package io.inverseof.jdbc.parents;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.RowObserver;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Lets the counters and timestamps of targets follow the rows that refer to them, as
 * Rails' {@code counter_cache:} and {@code touch:}. It looks at rows and not at objects,
 * so that nothing counts twice, whichever side an application uses. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ParentUpdates implements RowObserver {

	private final ParentLinks links;

	private final OpenChanges open;

	private final ObservedSaves saves;

	private final ObservedDeletions deletions;

	private final ObservedKeys keys;

	/**
	 * Creates the observer of an application.
	 * @param model the associations
	 * @param graph knows objects and units of work
	 * @param converter converts values
	 * @param operations sends the statements
	 * @param dialect of the database
	 * @param clock tells the time
	 */
	public ParentUpdates(AssociationModel model, AggregateGraph graph, JdbcConverter converter,
			NamedParameterJdbcOperations operations, Dialect dialect, TouchClock clock) {
		this.links = new ParentLinks(model, converter);
		ParentWriter writer = new ParentWriter(graph, this.links, converter, operations, dialect, clock);
		this.open = new OpenChanges(writer);
		TargetLocks locks = new TargetLocks(writer, this.open, dialect);
		MovedRows moved = new MovedRows();
		this.saves = new ObservedSaves(writer, this.open, locks, moved);
		this.deletions = new ObservedDeletions(writer, this.open);
		this.keys = new ObservedKeys(writer, this.open, locks, moved);
	}

	@Override
	public boolean observes(Class<?> type) {
		return !this.links.ofRow(type).isEmpty();
	}

	@Override
	public <T extends @Nullable Object> T together(Supplier<T> work, boolean survives) {
		return this.open.together(work, survives);
	}

	@Override
	public void remember(Iterable<?> entities) {
		this.open.remember(entities);
	}

	@Override
	public Rows inserting(List<?> instances) {
		return this.saves.inserting(instances);
	}

	@Override
	public Rows updating(Object instance) {
		return this.saves.updating(instance);
	}

	@Override
	public Rows upserting(Object instance) {
		return this.saves.upserting(instance);
	}

	@Override
	public Rows deleting(Class<?> type, Collection<?> ids) {
		return this.deletions.deleting(type, ids);
	}

	@Override
	public Rows deletingAll(Class<?> type) {
		return this.deletions.deletingAll(type);
	}

	@Override
	public Rows deleting(Class<?> type, Condition condition, MapSqlParameterSource parameters) {
		return this.deletions.deleting(type, condition, parameters);
	}

	@Override
	public Rows clearing(AssociationProperty property, Condition condition, MapSqlParameterSource parameters) {
		return this.deletions.clearing(property, condition, parameters);
	}

	@Override
	public Rows changingKeys(AssociationProperty property, @Nullable Object from, @Nullable Object to, List<?> ids) {
		return this.keys.changingKeys(property, from, to, ids);
	}

}
