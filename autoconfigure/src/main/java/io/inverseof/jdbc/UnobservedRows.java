package io.inverseof.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.sql.Condition;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Observes nothing, where nobody follows any rows.
 */
enum UnobservedRows implements RowObserver {

	/** The only one. */
	INSTANCE;

	@Override
	public boolean observes(Class<?> type) {
		return false;
	}

	@Override
	public <T extends @Nullable Object> T together(Supplier<T> work, boolean survives) {
		return work.get();
	}

	@Override
	public void remember(Iterable<?> entities) {
	}

	@Override
	public Rows inserting(List<?> instances) {
		return Rows.NONE;
	}

	@Override
	public Rows updating(Object instance) {
		return Rows.NONE;
	}

	@Override
	public Rows upserting(Object instance) {
		return Rows.NONE;
	}

	@Override
	public Rows deleting(Class<?> type, Collection<?> ids) {
		return Rows.NONE;
	}

	@Override
	public Rows deletingAll(Class<?> type) {
		return Rows.NONE;
	}

	@Override
	public Rows deleting(Class<?> type, Condition condition, MapSqlParameterSource parameters) {
		return Rows.NONE;
	}

	@Override
	public Rows clearing(AssociationProperty property, Condition condition, MapSqlParameterSource parameters) {
		return Rows.NONE;
	}

	@Override
	public Rows changingKeys(AssociationProperty property, @Nullable Object from, @Nullable Object to, List<?> ids) {
		return Rows.NONE;
	}

}
