package io.inverseof.jdbc.parents;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.holder.BelongsToHolder;

import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.dialect.MySqlDialect;

/**
 * Locks rows that will be written before others refer to them. MySQL and MariaDB let
 * everybody who inserts a row share the row it refers to, and then nobody can change that
 * one. Thread-safe.
 */
final class TargetLocks {

	private final ParentLinks links;

	private final ChildRows rows;

	private final OpenChanges open;

	private final boolean needed;

	TargetLocks(ParentWriter writer, OpenChanges open, Dialect dialect) {
		this.links = writer.links();
		this.rows = writer.rows();
		this.open = open;
		this.needed = dialect instanceof MySqlDialect;
	}

	/**
	 * Locks the rows that objects refer to, which are about to be inserted.
	 */
	void lockTargets(Collection<?> instances) {
		ParentChanges changes = this.needed ? this.open.current() : null;
		if (changes == null) {
			return;
		}
		Set<ParentKey> keys = new LinkedHashSet<>();
		for (Object instance : instances) {
			for (ParentLink link : this.links.ofObject(instance.getClass())) {
				BelongsToHolder<?, ?> holder = link.holder(instance);
				ParentKey key = link.inMemory(instance);
				if (key != null && holder != null && !changes.isInserted(holder.inMemory())) {
					keys.add(key);
				}
			}
		}
		lock(keys);
	}

	/**
	 * Locks rows in their order, each one once.
	 */
	void lock(Collection<ParentKey> keys) {
		ParentChanges changes = this.needed ? this.open.current() : null;
		if (changes != null) {
			ParentStatements.byTable(changes.locking(keys))
				.forEach((table, ids) -> this.rows.lock(table.entity().getType(), List.of(), ids));
		}
	}

}
