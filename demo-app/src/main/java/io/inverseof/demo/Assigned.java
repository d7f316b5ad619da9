package io.inverseof.demo;

import io.inverseof.AssociationScope;

import org.springframework.data.relational.core.query.Query;

import static org.springframework.data.relational.core.query.Criteria.where;

/**
 * The tasks that somebody does.
 */
class Assigned implements AssociationScope {

	@Override
	public Query query() {
		return Query.query(where("assignee").isNotNull());
	}

}
