package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import io.inverseof.model.ThroughPath;
import io.inverseof.unitofwork.CurrentUnit;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What repositories wrote lately, and when, so that rows that were read ahead are not
 * taken for the present ones. It forgets old entries, and takes what was read before them
 * for outdated. Thread-safe.
 */
final class WriteJournal {

	private static final int CAPACITY = 16_384;

	private final AtomicLong clock = new AtomicLong();

	private volatile Volume last = new Volume(0);

	private volatile Volume current = new Volume(0);

	private final ThreadLocal<AtomicLong> unknownWrites = ThreadLocal.withInitial(AtomicLong::new);

	private final Map<CurrentUnit, Writer> writers = new ConcurrentHashMap<>();

	/**
	 * Returns the moment up to which a query that is sent now sees what the current
	 * thread wrote, and when it last changed nobody knows what.
	 */
	Moment now(@Nullable CurrentUnit unit) {
		long time = this.clock.get();
		for (Map.Entry<CurrentUnit, Writer> writer : this.writers.entrySet()) {
			boolean suspended = writer.getKey() != unit && writer.getValue().thread() == Thread.currentThread();
			time = suspended ? Math.min(time, writer.getValue().since()) : time;
		}
		return new Moment(time, this.unknownWrites.get());
	}

	/**
	 * Is told that a unit of work is about to write. What a thread writes in a
	 * transaction that is suspended is new to its other work when the transaction ends.
	 */
	void writing(CurrentUnit unit) {
		boolean inTransaction = unit.revocableEpoch() != null;
		if (inTransaction && !this.writers.containsKey(unit)) {
			this.writers.put(unit, new Writer(Thread.currentThread(), this.clock.get()));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCompletion(int status) {
					WriteJournal.this.writers.remove(unit);
				}

			});
		}
	}

	private void record(Object key) {
		Volume current = this.current;
		Volume open = (current.writes().size() < CAPACITY) ? current : next(current);
		open.writes().put(key, this.clock.incrementAndGet());
	}

	/**
	 * Opens the next volume, and forgets the one before the last.
	 */
	private synchronized Volume next(Volume full) {
		if (this.current == full) {
			this.last = full;
			this.current = new Volume(this.clock.get());
		}
		return this.current;
	}

	/**
	 * Remembers that an entity was inserted or updated.
	 */
	void written(Object entity, @Nullable Object id) {
		deleted(entity.getClass(), id);
	}

	/**
	 * Remembers that a child was written with a key.
	 */
	void written(Field keySide, Object key) {
		record(Child.of(keySide, key));
	}

	/**
	 * Remembers that a child which had a key was given another one.
	 */
	void moved(Field keySide) {
		record(new Moved(keySide));
	}

	/**
	 * Remembers that a row was deleted.
	 */
	void deleted(Class<?> type, @Nullable Object id) {
		forEachLevel(type, (level) -> {
			record(level);
			if (id != null) {
				record(Row.of(level, id));
			}
		});
	}

	/**
	 * Remembers that all rows of a type were deleted.
	 */
	void deletedAll(Class<?> type) {
		forEachLevel(type, (level) -> record(new All(level)));
	}

	/**
	 * Remembers that the current thread changed nobody knows what.
	 */
	void unknownWrite() {
		this.unknownWrites.get().set(this.clock.incrementAndGet());
	}

	/**
	 * What is written as an object of one class may be read as one of another class that
	 * shares the table.
	 */
	private static void forEachLevel(Class<?> type, Consumer<Class<?>> action) {
		for (Class<?> level = Inheritance.tableOwner(type); level != null
				&& level != Object.class; level = level.getSuperclass()) {
			action.accept(level);
		}
	}

	/**
	 * Tells whether a row was written or deleted since a moment.
	 */
	boolean isRowOutdated(Class<?> type, Object id, Moment since) {
		Class<?> owner = Inheritance.tableOwner(type);
		return isOutdated(since) || isAfter(new All(owner), since) || isAfter(Row.of(owner, id), since);
	}

	/**
	 * Tells whether a child of an owner may have been written or deleted since a moment.
	 */
	boolean areChildrenOutdated(AssociationProperty property, Object ownerId, Moment since) {
		AssociationProperty keySide = property.keySide();
		ThroughPath path = property.through();
		if (path != null) {
			return areTargetsOutdated(property, path, since);
		}
		if (keySide == null) {
			return isOutdated(since) || isAfter(Inheritance.tableOwner(property.target()), since);
		}
		return isOutdated(since) || isAfter(Child.of(keySide.field(), TypedKey.of(property, ownerId)), since)
				|| isAfter(new Moved(keySide.field()), since);
	}

	/**
	 * Any row on the way may lead somewhere else by now.
	 */
	private boolean areTargetsOutdated(AssociationProperty property, ThroughPath path, Moment since) {
		Class<?> join = path.join().target();
		boolean ownerMoved = path.join().kind() == AssociationKind.BELONGS_TO && isAfter(property.owner(), since);
		return isOutdated(since) || ownerMoved || isAfter(property.target(), since) || isAfter(join, since)
				|| isAfter(new All(join), since);
	}

	private boolean isOutdated(Moment since) {
		return this.last.since() > since.time() || since.unknownWrites().get() > since.time()
				|| this.unknownWrites.get().get() > since.time();
	}

	private boolean isAfter(Object key, Moment since) {
		return this.current.isAfter(key, since) || this.last.isAfter(key, since);
	}

	/**
	 * When something was read.
	 *
	 * @param time the time of the journal
	 * @param unknownWrites when the thread that read last changed nobody knows what
	 */
	record Moment(long time, AtomicLong unknownWrites) {
	}

	/**
	 * As many writes as are kept together.
	 *
	 * @param since the time of the journal when it was opened
	 * @param writes what was written, and when
	 */
	private record Volume(long since, Map<Object, Long> writes) {

		Volume(long since) {
			this(since, new ConcurrentHashMap<>());
		}

		boolean isAfter(Object key, Moment since) {
			Long time = this.writes.get(key);
			return time != null && time > since.time();
		}

	}

	/**
	 * A unit of work whose transaction has written.
	 *
	 * @param thread the thread it belongs to
	 * @param since the time of the journal before it wrote
	 */
	private record Writer(Thread thread, long since) {
	}

	private record Row(Class<?> type, Object id) {

		static Row of(Class<?> type, Object id) {
			return new Row(type, ComparableKey.folded(id));
		}

	}

	private record All(Class<?> type) {
	}

	private record Moved(Field keySide) {
	}

	private record Child(Field keySide, Object key) {

		static Child of(Field keySide, Object key) {
			return new Child(keySide, ComparableKey.folded(key));
		}

	}

}
