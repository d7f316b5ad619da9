package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.inverseof.MissingCounterException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.Recount;
import io.inverseof.jdbc.batch.KeyBinding;
import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.model.AssociationModel;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Counts again what counters say, as Rails' {@code reset_counters}: rows are locked
 * first, so that nothing is counted while others count. Versions stay. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CounterRecount implements Recount {

	private final AggregateGraph graph;

	private final ParentLinks links;

	private final ChildRows rows;

	private final RecountStatements statements;

	private final ParentRefresh refresh;

	private final KeyBinding binding;

	private final Consumer<Runnable> transaction;

	/**
	 * Creates the recount of an application.
	 * @param model the associations
	 * @param graph knows objects and units of work
	 * @param converter converts values
	 * @param operations sends the statements
	 * @param dialect of the database
	 * @param transaction runs something in a transaction
	 */
	public CounterRecount(AssociationModel model, AggregateGraph graph, JdbcConverter converter,
			NamedParameterJdbcOperations operations, Dialect dialect, Consumer<Runnable> transaction) {
		this.graph = graph;
		this.links = new ParentLinks(model, converter);
		this.rows = new ChildRows(converter, operations, dialect);
		this.statements = new RecountStatements(converter, operations, dialect);
		this.refresh = new ParentRefresh(graph, converter, operations, dialect);
		this.binding = new KeyBinding(converter, dialect);
		this.transaction = transaction;
	}

	@Override
	public void all(Class<?> type) {
		Map<ParentColumn, List<ParentLink>> counters = counters(type);
		this.transaction.accept(() -> {
			this.rows.lock(type, List.of(), null, new MapSqlParameterSource());
			this.statements.recountAll(this.links.table(type), type, counters);
			this.graph.rowsWritten(type);
		});
	}

	@Override
	public void some(Collection<?> entities) {
		Map<Class<?>, List<Object>> byType = new LinkedHashMap<>();
		entities
			.forEach((entity) -> byType.computeIfAbsent(entity.getClass(), (type) -> new ArrayList<>()).add(entity));
		byType.keySet().forEach(this::counters);
		this.transaction.accept(() -> byType.forEach(this::some));
	}

	private void some(Class<?> type, List<Object> entities) {
		Map<ParentColumn, List<ParentLink>> counters = counters(type);
		ParentTable table = this.links.table(type);
		Set<Object> ids = new LinkedHashSet<>();
		entities.forEach((entity) -> ids.add(this.graph.requiredIdOf(entity)));
		this.rows.lock(type, List.of(), ids);
		KeyBinding.divide(table.ids().identifiers(List.copyOf(ids), table.ids().names())).forEach((some) -> {
			BoundKeys keys = this.binding.bind(some);
			this.statements.recount(table, counters, keys);
		});
		List<ParentKey> keys = ids.stream().map((id) -> new ParentKey(table, id)).toList();
		keys.forEach((key) -> this.graph.rowChanged(type, key.id()));
		this.refresh.refresh(ParentRefresh.columns(keys, counters.keySet()),
				new ParentObjects(this.graph, this.links, List.copyOf(entities)), false);
	}

	private Map<ParentColumn, List<ParentLink>> counters(Class<?> type) {
		Map<ParentColumn, List<ParentLink>> counters = new LinkedHashMap<>();
		List<ParentLink> links = this.links.linksTo(type);
		for (ParentLink link : links) {
			ParentColumn counter = link.counter(new ParentKey(this.links.table(type), Boolean.TRUE));
			if (counter != null) {
				counters.computeIfAbsent(counter, (column) -> new ArrayList<>()).add(link);
			}
		}
		if (counters.isEmpty()) {
			throw new MissingCounterException(
					("The counters of %s cannot be reset, because it has none: no belongs-to that "
							+ "refers to it is annotated with @CounterCache. Annotate the belongs-to whose rows are to be counted, "
							+ "or pass the class that is counted for.")
						.formatted(type.getSimpleName()));
		}
		return counters;
	}

}
