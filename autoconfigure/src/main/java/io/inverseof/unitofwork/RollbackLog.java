package io.inverseof.unitofwork;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has to take back, the latest change first, all of it or what
 * happened since a savepoint. Confined to one thread.
 */
final class RollbackLog {

	private static final int FIRST_LOOK = 1024;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private int nextLook = FIRST_LOOK;

	void add(Undo undo) {
		if (this.entries.size() >= this.nextLook) {
			this.entries.removeIf((entry) -> entry.undo() != null && entry.undo().isObsolete());
			this.nextLook = Math.max(FIRST_LOOK, 2 * this.entries.size());
		}
		this.entries.addLast(new Entry(undo, null));
	}

	void savepoint(Object savepoint) {
		this.entries.addLast(new Entry(null, savepoint));
	}

	void rollBack() {
		while (!this.entries.isEmpty()) {
			undo(this.entries.removeLast());
		}
	}

	/**
	 * The savepoint stays, because a transaction can be rolled back to it again.
	 */
	void rollBackTo(Object savepoint) {
		if (!isKnown(savepoint)) {
			rollBack();
			return;
		}
		while (this.entries.getLast().savepoint() != savepoint) {
			undo(this.entries.removeLast());
		}
	}

	private boolean isKnown(Object savepoint) {
		Iterator<Entry> newestFirst = this.entries.descendingIterator();
		while (newestFirst.hasNext()) {
			if (newestFirst.next().savepoint() == savepoint) {
				return true;
			}
		}
		return false;
	}

	private static void undo(Entry entry) {
		if (entry.undo() != null) {
			entry.undo().undo();
		}
	}

	void clear() {
		this.entries.clear();
	}

	private record Entry(@Nullable Undo undo, @Nullable Object savepoint) {
	}

}
