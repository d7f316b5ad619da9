package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.holder.ChildQuery;
import io.inverseof.jdbc.batch.ThroughCriteria;
import io.inverseof.jdbc.batch.ThroughCriteria.Filters;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;

/**
 * Makes the queries of associations that lead through others: the scopes of all steps
 * filter, that of the association itself sorts as well. Thread-safe.
 */
final class ThroughQueries {

	private final AssociationQueries queries;

	ThroughQueries(AssociationQueries queries) {
		this.queries = queries;
	}

	/**
	 * The targets of an owner, each one once, in no order.
	 */
	Query rows(AssociationProperty property, Object ownerId) {
		return Query.query(ThroughCriteria.rows(property, List.of(ownerId),
				filters(property, this.queries.scope(property), null)));
	}

	/**
	 * The targets of some owners, in their order, with the owners that lead to them.
	 */
	Query links(AssociationProperty property, List<Object> ownerIds) {
		Query scope = this.queries.scope(property);
		return Query.query(ThroughCriteria.links(property, ownerIds, filters(property, scope, null)))
			.sort(this.queries.order(property, scope));
	}

	List<Query> children(AssociationProperty property, Object ownerId, ChildQuery which, int idsPerQuery) {
		Query scope = this.queries.scope(property);
		Sort order = this.queries.order(property, scope);
		if (which instanceof ChildQuery.ByIds byIds) {
			return byIds(property, ownerId, scope, byIds.ids(), idsPerQuery);
		}
		Query rows = Query.query(ThroughCriteria.rows(property, List.of(ownerId), filters(property, scope, null)));
		if (which instanceof ChildQuery.Last last) {
			return List.of(rows.sort(order.reverse()).limit(last.count()));
		}
		int limit = (scope != null) ? scope.getLimit() : -1;
		if (which instanceof ChildQuery.First first) {
			limit = (limit >= 0) ? Math.min(limit, first.count()) : first.count();
		}
		if (limit < 0 && (scope == null || scope.getOffset() <= 0)) {
			return List.of(links(property, List.of(ownerId)));
		}
		Query query = (limit >= 0) ? rows.sort(order).limit(limit) : rows.sort(order);
		return List.of((scope != null && scope.getOffset() > 0) ? query.offset(scope.getOffset()) : query);
	}

	private List<Query> byIds(AssociationProperty property, Object ownerId, @Nullable Query scope, List<Object> ids,
			int idsPerQuery) {
		String idProperty = this.queries.idProperty(property.target()).getName();
		List<Query> queries = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += idsPerQuery) {
			List<Object> chunk = ids.subList(from, Math.min(ids.size(), from + idsPerQuery));
			Criteria byId = (chunk.size() == 1) ? Criteria.where(idProperty).is(chunk.get(0))
					: Criteria.where(idProperty).in(chunk);
			queries.add(Query.query(ThroughCriteria.rows(property, List.of(ownerId), filters(property, scope, byId)))
				.sort(this.queries.order(property, scope)));
		}
		return queries;
	}

	private Filters filters(AssociationProperty property, @Nullable Query scope, @Nullable CriteriaDefinition also) {
		ThroughPath path = property.through();
		CriteriaDefinition own = (scope != null)
				? scope.getCriteria().filter((criteria) -> !criteria.isEmpty()).orElse(null) : null;
		CriteriaDefinition source = (path != null) ? this.queries.filter(path.source()) : null;
		return new Filters(both(both(source, own), also), (path != null) ? this.queries.filter(path.join()) : null);
	}

	private static @Nullable CriteriaDefinition both(@Nullable CriteriaDefinition one,
			@Nullable CriteriaDefinition other) {
		if (one == null) {
			return other;
		}
		return (other != null) ? CriteriaDefinition.from(one, other) : one;
	}

}
