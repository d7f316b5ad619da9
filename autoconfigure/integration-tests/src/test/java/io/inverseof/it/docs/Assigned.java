package io.inverseof.it.docs;

import io.inverseof.AssociationScope;

import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

// tag::scope[]
class Assigned implements AssociationScope {

	@Override
	public Query query() {
		return Query.query(Criteria.where("assignee").isNotNull());
	}

}
// end::scope[]
