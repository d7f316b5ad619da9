package io.inverseof.jdbc.inheritance;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.repository.query.RelationalParameterAccessor;
import org.springframework.data.relational.repository.query.RelationalQueryCreator;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Makes the criteria that the name of a method stands for.
 */
final class CriteriaCreator extends RelationalQueryCreator<Criteria> {

	CriteriaCreator(PartTree tree, RelationalParameterAccessor accessor) {
		super(tree, accessor);
	}

	@Override
	protected Criteria complete(@Nullable Criteria criteria, Sort sort) {
		return (criteria != null) ? criteria : Criteria.empty();
	}

}
