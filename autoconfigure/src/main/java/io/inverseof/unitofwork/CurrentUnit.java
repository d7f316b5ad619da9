package io.inverseof.unitofwork;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.Epoch;
import io.inverseof.holder.PendingChanges;
import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work: its cache, and what a rollback has to take back. Confined to the
 * thread it is bound to.
 *
 * @since 0.1.0
 */
public final class CurrentUnit {

	private final AggregateCache cache;

	private final Function<Object, @Nullable Object> ids;

	private final TouchedHolders touched = new TouchedHolders();

	private final RollbackLog log = new RollbackLog();

	private final IdentityWeakMap<Object> saved = new IdentityWeakMap<>();

	private final Set<SharedTargets> sharedTargets = Collections.newSetFromMap(new WeakHashMap<>());

	private final Set<AggregateKey> awaitingCallbacks = new HashSet<>();

	private final Map<Class<?>, Object> attributes = new HashMap<>(0);

	private @Nullable SingleLoads singleLoads;

	private Epoch epoch = new Epoch();

	private Epoch revocable = new Epoch();

	private boolean enrolled;

	CurrentUnit(int maxEntries, Function<Object, @Nullable Object> ids,
			Function<Object, @Nullable Neighbourhood> neighbourhoods) {
		this.ids = ids;
		this.cache = new AggregateCache(maxEntries, ids, neighbourhoods);
	}

	/**
	 * Enters a complete aggregate that was loaded or saved.
	 * @param aggregate the aggregate
	 */
	public void enter(Object aggregate) {
		this.cache.enter(aggregate);
	}

	/**
	 * Announces a complete aggregate that user callbacks have not seen yet, and may
	 * replace.
	 * @param type its exact type
	 * @param id its id
	 */
	public void awaitCallbacks(Class<?> type, Object id) {
		this.awaitingCallbacks.add(AggregateKey.of(type, id));
	}

	/**
	 * Enters what the user callbacks made of an announced aggregate.
	 * @param aggregate the result of the callbacks
	 * @param id its id
	 */
	public void afterCallbacks(Object aggregate, Object id) {
		if (this.awaitingCallbacks.remove(AggregateKey.of(aggregate.getClass(), id))) {
			this.cache.enter(aggregate);
		}
	}

	/**
	 * Finds an aggregate.
	 * @param type its exact type, or a superclass whose table it shares
	 * @param id its id
	 * @return the most recently loaded or saved one, or {@code null}
	 */
	public @Nullable Object find(Class<?> type, Object id) {
		return this.cache.find(type, id);
	}

	/**
	 * Forgets an aggregate whose row was deleted or changed.
	 * @param type its type
	 * @param id its id
	 */
	public void remove(Class<?> type, Object id) {
		this.cache.remove(type, id);
	}

	/**
	 * Forgets an aggregate whose row was deleted, and that something was saved as it.
	 * @param type its type
	 * @param id its id
	 */
	public void deleted(Class<?> type, Object id) {
		remove(type, id);
		Class<?> owner = Inheritance.tableOwner(type);
		this.saved.removeIf((aggregate) -> owner.isInstance(aggregate) && id.equals(this.ids.apply(aggregate)));
	}

	/**
	 * Forgets all aggregates of a type, whose rows were deleted.
	 * @param type the type
	 */
	public void deleted(Class<?> type) {
		remove(type);
		this.saved.removeIf(type::isInstance);
	}

	/**
	 * Forgets all aggregates of a type.
	 * @param type the type
	 */
	public void remove(Class<?> type) {
		this.cache.remove(type);
	}

	/**
	 * Returns the present part of this unit.
	 * @return the same object until the unit is cleared or rolled back
	 */
	public Epoch epoch() {
		return this.epoch;
	}

	/**
	 * Forgets all aggregates.
	 */
	public void clear() {
		this.epoch.end();
		this.epoch = new Epoch();
		this.cache.clear();
		this.awaitingCallbacks.clear();
	}

	/**
	 * Remembers the state of a holder before it changes for the first time in the
	 * transaction. Without a transaction nothing can be rolled back. What the has-one and
	 * has-many associations keep after a rollback depends on the references of their
	 * targets, so theirs is remembered first.
	 * @param holder the holder
	 */
	public void changing(AssociationHolder holder) {
		if (!this.enrolled) {
			return;
		}
		if (holder instanceof BelongsToHolder<?, ?> reference) {
			reference.forEachSide(this.touched::add);
		}
		this.touched.add(holder);
	}

	/**
	 * Remembers that changes of a holder were written, so that the rollback of another,
	 * suspended transaction does not take them back once this one is committed.
	 * @param holder the holder
	 * @param changes what was written
	 */
	public void written(AssociationHolder holder, PendingChanges changes) {
		if (this.enrolled) {
			this.touched.written(holder, changes);
		}
	}

	/**
	 * Remembers how to take a change back. Without a transaction nothing can be rolled
	 * back.
	 * @param undo takes the change back
	 */
	public void changed(Undo undo) {
		if (this.enrolled) {
			this.log.add(undo);
		}
	}

	/**
	 * Remembers what saving made of an immutable object, so that it is not saved again
	 * where others refer to it.
	 * @param original the object that had no row
	 * @param saved the one that has
	 */
	public void saved(Object original, Object saved) {
		this.saved.put(original, saved);
		changed(new Undo() {

			private final WeakReference<Object> reference = new WeakReference<>(original);

			@Override
			public void undo() {
				Object original = this.reference.get();
				if (original != null) {
					CurrentUnit.this.saved.remove(original);
				}
			}

			@Override
			public boolean isObsolete() {
				return this.reference.refersTo(null);
			}

		});
	}

	/**
	 * Returns what saving made of an immutable object in this unit.
	 * @param original an object that has no row
	 * @return the saved object, or {@code null}
	 */
	public @Nullable Object savedAs(Object original) {
		return this.saved.get(original);
	}

	/**
	 * Returns what somebody else keeps for as long as this unit lives.
	 * @param <T> the type of it
	 * @param type the class of it
	 * @param first makes it when it is asked for first
	 * @return the same object each time
	 */
	public <T> T attribute(Class<T> type, Supplier<T> first) {
		return type.cast(this.attributes.computeIfAbsent(type, (key) -> first.get()));
	}

	/**
	 * Returns what a rollback of this unit takes back, for those who can ask it.
	 * @return the time since the last rollback, which is over after the commit, or
	 * {@code null} where nothing can be rolled back
	 */
	public @Nullable Epoch revocableEpoch() {
		return this.enrolled ? this.revocable : null;
	}

	/**
	 * Remembers that a target was loaded in this unit for others to share, which a
	 * rollback has to take back.
	 * @param targets what is shared
	 */
	public void sharing(SharedTargets targets) {
		this.sharedTargets.add(targets);
	}

	/**
	 * Returns how often associations were loaded for one object alone in this unit.
	 * @return the counts
	 */
	public SingleLoads singleLoads() {
		SingleLoads loads = this.singleLoads;
		if (loads == null) {
			loads = SingleLoads.ofUnitOfWork();
			this.singleLoads = loads;
		}
		return loads;
	}

	boolean isEnrolled() {
		return this.enrolled;
	}

	void setEnrolled(boolean enrolled) {
		this.enrolled = enrolled;
	}

	void committed() {
		this.revocable.end();
		this.revocable = new Epoch();
		this.touched.commit();
		this.log.clear();
		this.sharedTargets.clear();
	}

	void savepoint(Object savepoint) {
		this.log.savepoint(savepoint);
		this.touched.savepoint(savepoint);
	}

	void rolledBackTo(Object savepoint) {
		forgetLoaded();
		this.log.rollBackTo(savepoint);
		this.touched.rollBackTo(savepoint);
	}

	void rolledBack() {
		forgetLoaded();
		this.log.rollBack();
		this.touched.rollBack();
	}

	private void forgetLoaded() {
		this.revocable.rollBack();
		this.revocable = new Epoch();
		clear();
		this.sharedTargets.forEach(SharedTargets::clear);
		this.sharedTargets.clear();
	}

	int size() {
		return this.cache.size();
	}

}
