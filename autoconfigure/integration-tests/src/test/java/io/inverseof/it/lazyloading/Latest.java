package io.inverseof.it.lazyloading;

import io.inverseof.AssociationScope;

import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Query;

class Latest implements AssociationScope {

	@Override
	public Query query() {
		return Query.empty().sort(Sort.by("id").descending()).limit(2);
	}

}
