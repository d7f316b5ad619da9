package io.inverseof.jdbc.inheritance;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.query.JdbcCountQueryCreator;
import org.springframework.data.jdbc.repository.query.JdbcQueryCreator;
import org.springframework.data.jdbc.repository.query.JdbcQueryMethod;
import org.springframework.data.jdbc.repository.query.ParametrizedQuery;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.repository.query.RelationalParameterAccessor;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Makes the queries that the name of a method stands for, as Spring Data JDBC does, with
 * the condition for a class.
 *
 * @param tree what the name says
 * @param template knows the converter and the dialect
 * @param method the method
 * @param accessor its arguments
 * @param returned what it returns
 */
record TypedCreators(PartTree tree, JdbcAggregateOperations template, JdbcQueryMethod method,
		RelationalParameterAccessor accessor, ReturnedType returned) {

	JdbcQueryCreator select() {
		return new JdbcQueryCreator(this.tree, this.template.getConverter(), dialect(), this.method, this.accessor,
				this.returned) {

			@Override
			protected ParametrizedQuery complete(@Nullable Criteria criteria, Sort sort) {
				return super.complete(typed(criteria), sort);
			}

		};
	}

	JdbcQueryCreator count() {
		return new JdbcCountQueryCreator(this.tree, this.template.getConverter(), dialect(), this.method, this.accessor,
				this.returned) {

			@Override
			protected ParametrizedQuery complete(@Nullable Criteria criteria, Sort sort) {
				return super.complete(typed(criteria), sort);
			}

		};
	}

	private Dialect dialect() {
		return this.template.getDataAccessStrategy().getDialect();
	}

	private @Nullable Criteria typed(@Nullable Criteria criteria) {
		CriteriaDefinition condition = TypeConditions.criteria(this.template.getConverter().getMappingContext(),
				this.returned.getDomainType());
		if (condition == null) {
			return criteria;
		}
		return (criteria != null && !criteria.isEmpty()) ? TypeConditions.both(criteria, condition)
				: Criteria.empty().and(condition);
	}

}
