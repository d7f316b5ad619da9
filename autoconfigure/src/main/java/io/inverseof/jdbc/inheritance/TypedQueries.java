package io.inverseof.jdbc.inheritance;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Makes queries find nothing but the rows of a class, and read of which class each one
 * is. Thread-safe.
 */
final class TypedQueries {

	private final RelationalMappingContext context;

	TypedQueries(RelationalMappingContext context) {
		this.context = context;
	}

	/**
	 * Returns a query with what a class that shares its table needs, or the same one if
	 * that is nothing.
	 */
	Query of(Query query, Class<?> type) {
		CriteriaDefinition condition = TypeConditions.criteria(this.context, type);
		Query typed = (condition != null) ? query(query, criteria(query, condition)) : query;
		boolean partial = !query.getColumns().isEmpty()
				&& ((SharedTableMapping) this.context).sharedTables().of(type) != null;
		return partial ? typed.columns(((SharedTableMapping) this.context).discriminator(type)) : typed;
	}

	private static CriteriaDefinition criteria(Query query, CriteriaDefinition condition) {
		return query.getCriteria()
			.filter((present) -> !present.isEmpty())
			.<CriteriaDefinition>map((present) -> TypeConditions.both(present, condition))
			.orElse(condition);
	}

	private static Query query(Query query, CriteriaDefinition criteria) {
		Query typed = Query.query(criteria)
			.columns(query.getColumns().toArray(new SqlIdentifier[0]))
			.sort(query.getSort());
		typed = (query.getLimit() > 0) ? typed.limit(query.getLimit()) : typed;
		return (query.getOffset() > 0) ? typed.offset(query.getOffset()) : typed;
	}

}
