package io.inverseof.jdbc;

import java.util.List;

import io.inverseof.jdbc.batch.ThroughCriteria;
import io.inverseof.jdbc.batch.ThroughCriteria.Link;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.Query;

/**
 * The targets of an association that several owners share.
 *
 * @param targets each one once, in the order of the association
 * @param links which owners lead to which targets
 * @param rowsRead how many rows the query found
 */
record ThroughRows(List<?> targets, List<Link> links, int rowsRead) {

	static ThroughRows of(List<?> targets, Query query) {
		return query.getCriteria().orElse(null) instanceof ThroughCriteria criteria
				? new ThroughRows(targets, criteria.links(), criteria.rowsRead())
				: new ThroughRows(targets, List.of(), targets.size());
	}

	static @Nullable Object ownerOf(Object link) {
		return ((Link) link).ownerId();
	}

	/**
	 * Returns the targets that some links lead to.
	 * @param links the links, or {@code null} if they are not certain
	 */
	@Nullable List<Object> targets(@Nullable List<Object> links) {
		return (links != null) ? links.stream().<Object>map((link) -> this.targets.get(((Link) link).row())).toList()
				: null;
	}

}
