package io.inverseof.jdbc.parents;

import java.util.Collection;
import java.util.List;

import io.inverseof.jdbc.RowObserver.Rows;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.sql.Condition;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Rows that are deleted, or lose what they refer to. Thread-safe.
 */
final class ObservedDeletions {

	private final ParentLinks links;

	private final ChildRows rows;

	private final OpenChanges open;

	ObservedDeletions(ParentWriter writer, OpenChanges open) {
		this.links = writer.links();
		this.rows = writer.rows();
		this.open = open;
	}

	Rows deleting(Class<?> type, Collection<?> ids) {
		List<ParentLink> links = this.links.ofRow(type);
		boolean target = this.links.isTarget(type);
		if (links.isEmpty() && !target) {
			return Rows.NONE;
		}
		List<ChildRow> present = links.isEmpty() ? List.of() : this.rows.lock(type, links, ids);
		List<?> deleted = List.copyOf(ids);
		return (which) -> this.open.record((changes) -> {
			changes.deleted(links, present);
			if (target) {
				deleted.forEach((id) -> changes.forget(new ParentKey(this.links.table(type), id)));
			}
		});
	}

	Rows deletingAll(Class<?> type) {
		return deleting(type, null, new MapSqlParameterSource(), !Inheritance.isSubclass(type));
	}

	Rows deleting(Class<?> type, Condition condition, MapSqlParameterSource parameters) {
		return deleting(type, condition, parameters, false);
	}

	/**
	 * The target that is deleted counts nothing any more, but others may be touched.
	 */
	Rows clearing(AssociationProperty property, Condition condition, MapSqlParameterSource parameters) {
		List<ParentLink> links = this.links.ofRow(property.target());
		List<ParentLink> touched = links.stream()
			.filter((link) -> link.touches() && !link.hasKey(property.foreignKey()))
			.toList();
		if (touched.isEmpty()) {
			return Rows.NONE;
		}
		List<ChildRow> present = this.rows.lock(property.target(), touched, condition, parameters);
		return (which) -> this.open.record((changes) -> present.forEach((row) -> {
			for (int i = 0; i < touched.size(); i++) {
				changes.touch(touched.get(i), row.keys().get(i));
			}
		}));
	}

	private Rows deleting(Class<?> type, @Nullable Condition condition, MapSqlParameterSource parameters,
			boolean wholeTable) {
		List<ParentLink> links = this.links.ofRow(type);
		boolean target = this.links.isTarget(type);
		if (links.isEmpty() && !target) {
			return Rows.NONE;
		}
		List<ChildRow> present = links.isEmpty() ? List.of() : this.rows.lock(type, links, condition, parameters);
		return (which) -> this.open.record((changes) -> {
			changes.deleted(links, present);
			if (target && wholeTable) {
				changes.forgetAll(this.links.table(type));
			}
			else if (target) {
				present.forEach((row) -> changes.forget(new ParentKey(this.links.table(type), row.id())));
			}
		});
	}

}
