package io.inverseof.it.docs;

import io.inverseof.AssociationScope;

import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Query;

// tag::sort[]
class NewestFirst implements AssociationScope {

	@Override
	public Query query() {
		return Query.empty().sort(Sort.by("id").descending());
	}

}
// end::sort[]
