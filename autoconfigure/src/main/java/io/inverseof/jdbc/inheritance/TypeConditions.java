package io.inverseof.jdbc.inheritance;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.SharedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.SQL;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The condition that a row of a shared table is of a class, for everybody who builds a
 * statement. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TypeConditions {

	private static final String PARAMETER = "inverseof_type_";

	private TypeConditions() {
	}

	/**
	 * Returns the condition for a statement.
	 * @param context the mapping context
	 * @param type the class of the rows
	 * @param table the table, or an alias of it
	 * @param parameters receives the values
	 * @return the condition, or {@code null} if all rows of the table are of the class
	 */
	public static @Nullable Condition of(RelationalMappingContext context, Class<?> type, Table table,
			MapSqlParameterSource parameters) {
		SharedTable shared = restricting(context, type);
		if (shared == null) {
			return null;
		}
		List<Expression> values = new ArrayList<>();
		for (String value : shared.values(type)) {
			String name = PARAMETER + parameters.getValues().size();
			parameters.addValue(name, value);
			values.add(SQL.bindMarker(":" + name));
		}
		return Conditions.in(table.column(discriminator(context, type)), values);
	}

	/**
	 * Returns the condition for a query.
	 * @param context the mapping context
	 * @param type the class of the rows
	 * @return the condition, or {@code null} if all rows of the table are of the class
	 */
	public static @Nullable CriteriaDefinition criteria(RelationalMappingContext context, Class<?> type) {
		SharedTable shared = restricting(context, type);
		return (shared != null) ? new TypeCriteria(discriminator(context, type), shared.values(type)) : null;
	}

	/**
	 * Combines criteria with the condition, in brackets, because Spring Data would let an
	 * {@code OR} among them go around it.
	 */
	static Criteria both(CriteriaDefinition criteria, CriteriaDefinition condition) {
		return Criteria.empty().and(List.of(Criteria.empty().and(criteria), condition));
	}

	private static @Nullable SharedTable restricting(RelationalMappingContext context, Class<?> type) {
		return (context instanceof SharedTableMapping mapping) ? mapping.sharedTables().restricting(type) : null;
	}

	private static SqlIdentifier discriminator(RelationalMappingContext context, Class<?> type) {
		return ((SharedTableMapping) context).discriminator(type);
	}

}
