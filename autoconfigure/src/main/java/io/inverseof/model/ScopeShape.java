package io.inverseof.model;

import org.springframework.data.relational.core.query.Query;

/**
 * What a scope does to an association, fixed at start-up.
 *
 * @param filter whether it has criteria
 * @param sort whether it sorts
 * @param limit whether it has a limit or an offset
 * @since 0.1.0
 */
public record ScopeShape(boolean filter, boolean sort, boolean limit) {

	/** No scope at all. */
	public static final ScopeShape NONE = new ScopeShape(false, false, false);

	/**
	 * Reads the shape off a query.
	 * @param query what a scope returned
	 * @return its shape
	 */
	public static ScopeShape of(Query query) {
		boolean filter = query.getCriteria().filter((criteria) -> !criteria.isEmpty()).isPresent();
		return new ScopeShape(filter, query.getSort().isSorted(), query.getLimit() >= 0 || query.getOffset() > 0);
	}

	/**
	 * Tells whether the scope leaves rows out, which is what makes an inverse unsafe.
	 * @return whether it filters or limits
	 */
	public boolean narrows() {
		return this.filter || this.limit;
	}

}
