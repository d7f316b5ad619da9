package io.inverseof.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.domain.SqlSort;

/**
 * The properties that a query uses.
 */
final class QueryProperties {

	private QueryProperties() {
	}

	static Set<String> ofCriteria(Query query) {
		Set<String> names = new LinkedHashSet<>();
		query.getCriteria().ifPresent((criteria) -> collect(criteria, names));
		return names;
	}

	private static void collect(@Nullable CriteriaDefinition criteria, Set<String> names) {
		if (criteria == null) {
			return;
		}
		collect(criteria.getPrevious(), names);
		for (CriteriaDefinition member : criteria.isGroup() ? criteria.getGroup() : List.<CriteriaDefinition>of()) {
			collect(member, names);
		}
		SqlIdentifier column = criteria.getColumn();
		if (column != null && column != SqlIdentifier.EMPTY) {
			names.add(column.getReference());
		}
	}

	static Set<String> ofSort(Query query) {
		Set<String> names = new LinkedHashSet<>();
		for (Sort.Order order : query.getSort()) {
			if (!(order instanceof SqlSort.SqlOrder expression && expression.isUnsafe())) {
				names.add(order.getProperty());
			}
		}
		return names;
	}

}
