package io.inverseof.jdbc;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.holder.Epoch;
import io.inverseof.holder.ReadAhead;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.CurrentUnit;
import org.jspecify.annotations.Nullable;

/**
 * One query for several siblings: when and in which unit of work it was sent, which
 * decides how long its rows may be handed out. Thread-safe.
 */
final class SiblingQuery {

	private final AssociationRuntime runtime;

	private final AssociationProperty property;

	private final WriteJournal.Moment sent;

	private final @Nullable Epoch epoch;

	private final @Nullable Epoch transaction;

	private final DeferredAvoidance deferred;

	SiblingQuery(AssociationRuntime runtime, AssociationProperty property) {
		this.runtime = runtime;
		this.property = property;
		this.deferred = new DeferredAvoidance(runtime::idOf);
		CurrentUnit unit = runtime.currentUnit();
		this.sent = runtime.journal().now(unit);
		this.epoch = (unit != null) ? unit.epoch() : null;
		this.transaction = (unit != null) ? unit.revocableEpoch() : null;
	}

	/**
	 * Sends it.
	 */
	<T> T send(Consumer<Object> wiring, Supplier<T> query) {
		return QueryScope.expecting(wiring, this.deferred, query);
	}

	/**
	 * Reports what an aggregate that the application has asked for saved inside.
	 */
	void replay(Object aggregate) {
		this.deferred.replay(aggregate, this.runtime.listener());
	}

	ReadAhead.Standing standing(Object key, List<?> rows) {
		if (isOutdated(key, rows)) {
			return ReadAhead.Standing.OUTDATED;
		}
		return isElsewhere() ? ReadAhead.Standing.ELSEWHERE : ReadAhead.Standing.CURRENT;
	}

	/**
	 * What a transaction has read is for no other thread before it ends.
	 */
	private boolean isElsewhere() {
		if (this.epoch != null && this.epoch.isOver()) {
			return true;
		}
		CurrentUnit unit = this.runtime.currentUnit();
		return (unit != null) ? unit.epoch() != this.epoch : this.transaction != null && !this.transaction.isOver();
	}

	private boolean isOutdated(Object key, List<?> rows) {
		if (this.property.kind() == AssociationKind.BELONGS_TO) {
			return isRowOutdated(key);
		}
		return this.runtime.journal().areChildrenOutdated(this.property, key, this.sent)
				|| rows.stream().anyMatch(this::isChildOutdated);
	}

	private boolean isChildOutdated(Object child) {
		Object id = this.runtime.idOf(child);
		return id == null || isRowOutdated(id);
	}

	private boolean isRowOutdated(Object id) {
		return this.runtime.journal()
			.isRowOutdated(KnownTypes.target(this.property, id), TypedKey.plain(id), this.sent);
	}

}
