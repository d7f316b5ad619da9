package io.inverseof.holder;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The states that one holder returns to if transactions are rolled back: one for each
 * transaction, or part of one after a savepoint, that is running and changed it. They are
 * kept by the holder itself, because they lead back to it: whoever else kept them would
 * keep everything alive that a long transaction saved. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeptMementos {

	private @Nullable Kept newest;

	/**
	 * Returns the state before a transaction changed the holder.
	 * @param level the transaction, or the part of it
	 * @return the memento, or {@code null} if it did not change it
	 */
	public synchronized @Nullable Object get(Object level) {
		Kept kept = find(level);
		return (kept != null) ? kept.memento : null;
	}

	private @Nullable Kept find(Object level) {
		Kept kept = this.newest;
		while (kept != null && kept.level != level) {
			kept = kept.next;
		}
		return kept;
	}

	/**
	 * Keeps the state before a transaction changes the holder.
	 * @param level the transaction, or the part of it
	 * @param memento the present state
	 */
	public synchronized void put(Object level, Object memento) {
		this.newest = new Kept(level, memento, this.newest);
	}

	/**
	 * Notes that a transaction wrote changes, which will stay for others too if it is
	 * committed. Where there are no others nothing is noted.
	 * @param level the transaction, or the part of it
	 * @param changes what was written
	 */
	public synchronized void written(Object level, PendingChanges changes) {
		Kept kept = find(level);
		boolean alone = this.newest != null && this.newest.next == null;
		if (kept != null && !alone) {
			kept.written = (kept.written != null) ? kept.written.and(changes) : changes;
		}
	}

	/**
	 * Forgets a state, because the transaction is over.
	 * @param level the transaction, or the part of it
	 * @return what it wrote, or {@code null} if it wrote nothing that concerns others
	 */
	public synchronized @Nullable PendingChanges remove(Object level) {
		Kept before = null;
		Kept kept = this.newest;
		while (kept != null && kept.level != level) {
			before = kept;
			kept = kept.next;
		}
		if (kept == null) {
			return null;
		}
		if (before != null) {
			before.next = kept.next;
		}
		else {
			this.newest = kept.next;
		}
		return kept.written;
	}

	/**
	 * Brings all states up to date with what was committed.
	 * @param update makes the new state of the old one
	 */
	public synchronized void replaceAll(UnaryOperator<Object> update) {
		for (Kept kept = this.newest; kept != null; kept = kept.next) {
			kept.memento = update.apply(kept.memento);
		}
	}

	/**
	 * The state of one transaction.
	 */
	private static final class Kept {

		private final Object level;

		private Object memento;

		private @Nullable PendingChanges written;

		private @Nullable Kept next;

		Kept(Object level, Object memento, @Nullable Kept next) {
			this.level = level;
			this.memento = memento;
			this.next = next;
		}

	}

}
