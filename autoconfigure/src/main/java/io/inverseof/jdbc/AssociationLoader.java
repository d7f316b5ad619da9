package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.inverseof.ContextClosedException;
import io.inverseof.holder.ChildQuery;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import io.inverseof.unitofwork.AssociationListener;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.query.Query;

/**
 * Sends the queries of associations, one by one, through the same template that
 * repositories use, so that converters, events and callbacks take part. Thread-safe; uses
 * the transaction of the calling thread.
 *
 * @since 0.1.0
 */
public final class AssociationLoader implements DisposableBean {

	private static final int IDS_PER_QUERY = 500;

	private final ObjectProvider<JdbcAggregateOperations> operations;

	private final AssociationQueries queries;

	private final AssociationListener listener;

	private volatile boolean closed;

	/**
	 * Creates the loader.
	 * @param operations the template
	 * @param queries makes the queries
	 * @param listener is told of each query
	 */
	public AssociationLoader(ObjectProvider<JdbcAggregateOperations> operations, AssociationQueries queries,
			AssociationListener listener) {
		this.operations = operations;
		this.queries = queries;
		this.listener = listener;
	}

	JdbcConverter converter() {
		return this.operations.getObject().getConverter();
	}

	@Nullable Object loadTarget(AssociationProperty property, Object id, Consumer<Object> wiring) {
		return send(property, (template) -> {
			Object target = QueryScope.expecting(wiring, () -> findTarget(template, property, id));
			if (target != null) {
				wiring.accept(target);
			}
			return target;
		});
	}

	/**
	 * Loads the targets of several keys by one query.
	 */
	List<?> loadTargets(AssociationProperty property, List<Object> ids, SiblingQuery query, Consumer<Object> wiring) {
		Query targets = this.queries.targets(property, ids);
		return loadTogether(property, targets, this.queries.targetType(property, ids.get(0)), query, wiring);
	}

	/**
	 * Loads the children of several owners by one query.
	 */
	List<?> loadChildren(AssociationProperty property, List<Object> ownerIds, int limit, SiblingQuery query,
			Consumer<Object> wiring) {
		Query children = this.queries.children(property, ownerIds, limit);
		return loadTogether(property, children, property.target(), query, wiring);
	}

	/**
	 * Loads the targets of several owners that share them by one query.
	 */
	ThroughRows loadThrough(AssociationProperty property, List<Object> ownerIds, int limit, SiblingQuery query) {
		Query links = this.queries.links(property, ownerIds, limit);
		List<?> found = loadTogether(property, links, property.target(), query, (target) -> {
		});
		return ThroughRows.of(found, links);
	}

	/**
	 * Loads the join aggregates that lead from an owner to some targets.
	 */
	List<?> loadJoins(AssociationProperty property, ThroughPath path, Object ownerId, List<Object> targetIds) {
		List<Object> found = new ArrayList<>();
		for (int from = 0; from < targetIds.size(); from += IDS_PER_QUERY) {
			Query joins = this.queries.joins(property, path, ownerId,
					targetIds.subList(from, Math.min(targetIds.size(), from + IDS_PER_QUERY)));
			found.addAll(send(path.join(), (template) -> template.findAll(joins, path.join().target())));
		}
		return found;
	}

	private List<?> loadTogether(AssociationProperty property, Query rows, Class<?> type, SiblingQuery query,
			Consumer<Object> wiring) {
		List<?> found = send(property, (template) -> query.send(wiring, () -> template.findAll(rows, type)));
		found.forEach(wiring);
		return found;
	}

	private @Nullable Object findTarget(JdbcAggregateOperations template, AssociationProperty property, Object id) {
		if (!property.scopeShape().narrows()) {
			return template.findById(TypedKey.plain(id), this.queries.targetType(property, id));
		}
		return template.findOne(this.queries.target(property, id), property.target()).orElse(null);
	}

	List<?> loadChildren(AssociationProperty property, Object ownerId, ChildQuery which, Consumer<Object> wiring) {
		List<Object> children = new ArrayList<>();
		for (Query query : this.queries.children(property, ownerId, which, IDS_PER_QUERY)) {
			children.addAll(send(property,
					(template) -> QueryScope.expecting(wiring, () -> template.findAll(query, property.target()))));
		}
		children.forEach(wiring);
		return children;
	}

	/**
	 * Loads all children of several owners, however many there are.
	 */
	List<?> loadAllChildren(AssociationProperty property, List<Object> ownerIds, Consumer<Object> wiring) {
		Query query = this.queries.children(property, ownerIds, BatchLimits.ALL_ROWS);
		List<?> children = send(property,
				(template) -> QueryScope.expecting(wiring, () -> template.findAll(query, property.target())));
		children.forEach(wiring);
		return children;
	}

	/**
	 * Counts the children of several owners.
	 */
	long countAllChildren(AssociationProperty property, List<Object> ownerIds) {
		Query query = this.queries.allChildren(property, ownerIds);
		return send(property, (template) -> template.count(query, property.target()));
	}

	long countChildren(AssociationProperty property, Object ownerId) {
		Query query = this.queries.allChildren(property, ownerId);
		return send(property, (template) -> template.count(query, property.target()));
	}

	boolean existsChild(AssociationProperty property, Object ownerId) {
		Query query = this.queries.allChildren(property, ownerId);
		return send(property, (template) -> template.exists(query, property.target()));
	}

	private <T extends @Nullable Object> T send(AssociationProperty property, QueryAction<T> action) {
		if (this.closed) {
			throw new ContextClosedException(
					("%s cannot be loaded: the application context that its owner came from was closed. Read what is "
							+ "needed before, or load the owner again from a running application.")
						.formatted(property));
		}
		this.listener.queryExecuted(property);
		return action.with(this.operations.getObject());
	}

	@Override
	public void destroy() {
		this.closed = true;
	}

	/**
	 * Something that sends one query.
	 */
	@FunctionalInterface
	private interface QueryAction<T extends @Nullable Object> {

		T with(JdbcAggregateOperations template);

	}

}
