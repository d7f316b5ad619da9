package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The condition that some owners lead to a row through join aggregates. Nobody but
 * {@link ThroughSelects} can ask for it. Keeps which owner led to which row; confined to
 * one thread.
 *
 * @since 0.1.0
 */
public final class ThroughCriteria implements CriteriaDefinition {

	private final AssociationProperty association;

	private final List<Object> ownerIds;

	private final Filters filters;

	private final boolean linking;

	private final List<Link> links = new ArrayList<>();

	private ThroughCriteria(AssociationProperty association, List<Object> ownerIds, Filters filters, boolean linking) {
		this.association = association;
		this.ownerIds = List.copyOf(ownerIds);
		this.filters = filters;
		this.linking = linking;
	}

	/**
	 * Asks for each row once, however many join aggregates lead to it.
	 * @param association the association
	 * @param ownerIds the ids of the owners
	 * @param filters what else is to be true
	 * @return the condition
	 */
	public static ThroughCriteria rows(AssociationProperty association, List<Object> ownerIds, Filters filters) {
		return new ThroughCriteria(association, ownerIds, filters, false);
	}

	/**
	 * Asks for rows, and which owners lead to each of them.
	 * @param association the association
	 * @param ownerIds the ids of the owners
	 * @param filters what else is to be true
	 * @return the condition
	 */
	public static ThroughCriteria links(AssociationProperty association, List<Object> ownerIds, Filters filters) {
		return new ThroughCriteria(association, ownerIds, filters, true);
	}

	AssociationProperty association() {
		return this.association;
	}

	List<Object> ownerIds() {
		return this.ownerIds;
	}

	Filters filters() {
		return this.filters;
	}

	boolean isLinking() {
		return this.linking;
	}

	void link(@Nullable Object ownerId, int row) {
		this.links.add(new Link(ownerId, row));
	}

	/**
	 * Returns how many rows were read, those that came several times as often as they
	 * came.
	 * @return the number of rows
	 */
	public int rowsRead() {
		return this.links.size();
	}

	/**
	 * Returns which owners lead to which rows, once the rows were read.
	 * @return the links in the order of the rows, each one once
	 */
	public List<Link> links() {
		return this.links.stream().distinct().toList();
	}

	@Override
	public boolean isGroup() {
		return false;
	}

	@Override
	public List<CriteriaDefinition> getGroup() {
		return List.of();
	}

	@Override
	public @Nullable SqlIdentifier getColumn() {
		return null;
	}

	@Override
	public @Nullable Comparator getComparator() {
		return null;
	}

	@Override
	public @Nullable Object getValue() {
		return null;
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

	@Override
	public String toString() {
		return this.association + " of " + this.ownerIds;
	}

	/**
	 * What else is to be true of rows.
	 *
	 * @param target of those that are found
	 * @param join of the join aggregates that lead to them
	 * @since 0.1.0
	 */
	public record Filters(@Nullable CriteriaDefinition target, @Nullable CriteriaDefinition join) {

	}

	/**
	 * One owner leads to one row.
	 *
	 * @param ownerId one of those that were asked for, {@code null} if it is not certain
	 * which one
	 * @param row the position of the row among all that were found
	 * @since 0.1.0
	 */
	public record Link(@Nullable Object ownerId, int row) {

	}

}
