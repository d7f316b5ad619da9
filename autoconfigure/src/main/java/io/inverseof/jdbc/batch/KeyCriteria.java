package io.inverseof.jdbc.batch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The condition that a key is one of several. {@link KeyedSelects} asks for it in its own
 * way; to everybody else it is the list that it is made of. Immutable.
 *
 * @since 0.1.0
 */
public final class KeyCriteria implements CriteriaDefinition {

	private final CriteriaDefinition keys;

	private final @Nullable CriteriaDefinition filter;

	private final CriteriaDefinition list;

	/**
	 * Creates the condition.
	 * @param keys the condition for the keys, each one once
	 * @param filter what else is to be true, or {@code null}
	 * @param list both of them, as a list of keys that is as long as it is to be
	 */
	public KeyCriteria(CriteriaDefinition keys, @Nullable CriteriaDefinition filter, CriteriaDefinition list) {
		this.keys = keys;
		this.filter = filter;
		this.list = list;
	}

	CriteriaDefinition keys() {
		return this.keys;
	}

	@Nullable CriteriaDefinition filter() {
		return this.filter;
	}

	@Override
	public boolean isGroup() {
		return this.list.isGroup();
	}

	@Override
	public List<CriteriaDefinition> getGroup() {
		return this.list.getGroup();
	}

	@Override
	public @Nullable SqlIdentifier getColumn() {
		return this.list.getColumn();
	}

	@Override
	public @Nullable Comparator getComparator() {
		return this.list.getComparator();
	}

	@Override
	public @Nullable Object getValue() {
		return this.list.getValue();
	}

	@Override
	public boolean isIgnoreCase() {
		return this.list.isIgnoreCase();
	}

	@Override
	public @Nullable CriteriaDefinition getPrevious() {
		return this.list.getPrevious();
	}

	@Override
	public boolean hasPrevious() {
		return this.list.hasPrevious();
	}

	@Override
	public boolean isEmpty() {
		return this.list.isEmpty();
	}

	@Override
	public Combinator getCombinator() {
		return this.list.getCombinator();
	}

	@Override
	public String toString() {
		return this.list.toString();
	}

}
