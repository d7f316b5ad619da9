package io.inverseof.jdbc.inheritance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The condition that the class of a row is one of several.
 *
 * @param column the column that tells the class
 * @param values its values
 */
record TypeCriteria(SqlIdentifier column, List<String> values) implements CriteriaDefinition {

	@Override
	public boolean isGroup() {
		return false;
	}

	@Override
	public List<CriteriaDefinition> getGroup() {
		return List.of();
	}

	@Override
	public SqlIdentifier getColumn() {
		return this.column;
	}

	@Override
	public Comparator getComparator() {
		return Comparator.IN;
	}

	@Override
	public Object getValue() {
		return this.values;
	}

	@Override
	public boolean isIgnoreCase() {
		return false;
	}

	@Override
	public @Nullable CriteriaDefinition getPrevious() {
		return null;
	}

	@Override
	public boolean hasPrevious() {
		return false;
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public Combinator getCombinator() {
		return Combinator.INITIAL;
	}

}
