package io.inverseof.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.CriteriaDefinition.Combinator;
import org.springframework.data.relational.core.query.CriteriaDefinition.Comparator;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * What must be equal to one value in every row that a query returns.
 */
final class ScopeEqualities {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private ScopeEqualities() {
	}

	/**
	 * Returns the values by the names that the query uses for their properties.
	 */
	static Map<String, Object> of(Query query) {
		ScopeEqualities equalities = new ScopeEqualities();
		query.getCriteria().ifPresent((criteria) -> equalities.collectAll(List.of(criteria)));
		return equalities.values;
	}

	/**
	 * Collects criteria between which there is nothing but AND; with an OR anywhere at
	 * this level, none of them has to be true.
	 */
	private void collectAll(List<CriteriaDefinition> group) {
		List<CriteriaDefinition> members = new ArrayList<>();
		for (CriteriaDefinition last : group) {
			for (CriteriaDefinition member = last; member != null; member = member.getPrevious()) {
				members.add(0, member);
			}
		}
		if (members.stream().noneMatch((member) -> member.getCombinator() == Combinator.OR)) {
			members.forEach(this::collect);
		}
	}

	private void collect(CriteriaDefinition criteria) {
		if (criteria.isGroup()) {
			collectAll(criteria.getGroup());
		}
		SqlIdentifier name = criteria.getColumn();
		Object value = criteria.getValue();
		if (name != null && value != null && isEquality(criteria)) {
			this.values.put(name.getReference(), value);
		}
	}

	private static boolean isEquality(CriteriaDefinition criteria) {
		Comparator comparator = criteria.getComparator();
		return comparator == Comparator.IS_TRUE || comparator == Comparator.IS_FALSE
				|| (comparator == Comparator.EQ && !criteria.isIgnoreCase());
	}

}
