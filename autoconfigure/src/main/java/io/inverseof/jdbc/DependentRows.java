package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.inverseof.holder.ChildQuery;
import io.inverseof.jdbc.batch.KeyLists;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ScopeShape;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that depend on owners which are about to be deleted. What is in memory
 * does not matter, other than for what is told to wire it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DependentRows {

	private final AssociationRuntime runtime;

	DependentRows(AssociationRuntime runtime) {
		this.runtime = runtime;
	}

	/**
	 * Tells whether an association does not find all rows that its filter lets through,
	 * so that each owner takes a query.
	 * @param property a has-one or has-many
	 * @return whether it has a limit, or is a has-one that takes the first of a sort
	 */
	public static boolean isLimited(AssociationProperty property) {
		ScopeShape shape = property.scopeShape();
		return shape.limit() || (property.kind() == AssociationKind.HAS_ONE && shape.sort());
	}

	/**
	 * Reads the children of some owners.
	 * @param property a has-one or has-many
	 * @param ownerIds the ids of the owners
	 * @param wiring is handed each child before callbacks of the application see it
	 * @return all of them; of a has-one all rows that have the key as well, unless a sort
	 * tells which one is the target
	 */
	public List<Object> read(AssociationProperty property, List<Object> ownerIds, Consumer<Object> wiring) {
		List<Object> children = new ArrayList<>();
		if (isLimited(property)) {
			ChildQuery which = (property.kind() == AssociationKind.HAS_ONE) ? new ChildQuery.First(1) : ChildQuery.ALL;
			ownerIds.forEach((id) -> children.addAll(this.runtime.loader().loadChildren(property, id, which, wiring)));
			return children;
		}
		for (List<Object> ids : divided(property, ownerIds)) {
			children.addAll(this.runtime.loader().loadAllChildren(property, ids, wiring));
		}
		return children;
	}

	/**
	 * Counts the children of some owners.
	 * @param property a has-one or has-many
	 * @param ownerIds the ids of the owners
	 * @return how many rows there are, without a limit
	 */
	public long count(AssociationProperty property, List<Object> ownerIds) {
		long count = 0;
		for (List<Object> ids : divided(property, ownerIds)) {
			count += this.runtime.loader().countAllChildren(property, ids);
		}
		return count;
	}

	private static List<List<Object>> divided(AssociationProperty property, List<Object> ids) {
		int most = KeyLists.most(property.foreignKey().size());
		List<List<Object>> divided = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += most) {
			divided.add(ids.subList(from, Math.min(ids.size(), from + most)));
		}
		return divided;
	}

	/**
	 * Tells whether aggregates of a class may refer to those of another one.
	 * @param type a class
	 * @param other the other one
	 * @return whether there is a belongs-to
	 */
	public boolean refers(Class<?> type, Class<?> other) {
		return this.runtime.plan(type)
			.associations()
			.toList()
			.stream()
			.anyMatch((a) -> a.kind() == AssociationKind.BELONGS_TO && KnownTypes.mayRefer(a, other));
	}

	/**
	 * Returns the key of a child in a form that is equal to {@link #keyOf} for its owner.
	 * @param property a has-one or has-many
	 * @param child a row of its target
	 * @return the key, or {@code null} if it is not known
	 */
	public @Nullable Object ownerKeyOf(AssociationProperty property, Object child) {
		Object key = this.runtime.childKeys().of(property, child);
		return (key != null) ? ComparableKey.folded(key) : null;
	}

	/**
	 * Returns the key that the children of an owner have.
	 * @param property a has-one or has-many
	 * @param ownerId the id of an owner
	 * @return the key
	 */
	public Object keyOf(AssociationProperty property, Object ownerId) {
		return ComparableKey.folded(this.runtime.childKeys().ofOwner(property, ownerId));
	}

}
