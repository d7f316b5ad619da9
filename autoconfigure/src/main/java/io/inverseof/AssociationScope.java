package io.inverseof;

import org.springframework.data.relational.core.query.Query;

/**
 * Narrows or orders an association, see {@link ScopedBy}: a filter, a sort, a limit, or
 * any of them together.
 *
 * <pre>{@code
 * class Assigned implements AssociationScope {
 *     public Query query() {
 *         return Query.query(Criteria.where("assignee").isNotNull());
 *     }
 * }
 * }</pre>
 *
 * A scope is a Spring bean, or a class with a no-argument constructor. It must be
 * stateless and thread-safe: {@link #query()} is called for every load, while its shape
 * (whether it filters, sorts or limits) is fixed at start-up. Corresponds to the scope
 * block of the Rails guide "Active Record Associations".
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AssociationScope {

	/**
	 * Returns the query that narrows the association, in terms of the target's
	 * properties.
	 * @return the query of this load
	 */
	Query query();

}
