package io.inverseof.unitofwork;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.PendingChanges;
import org.jspecify.annotations.Nullable;

/**
 * The holders that changed in a unit of work, weakly. Each keeps its state before the
 * first change in the transaction, and before the first one after each savepoint, itself.
 * Confined to one thread.
 */
final class TouchedHolders {

	private final Deque<Level> levels = new ArrayDeque<>();

	TouchedHolders() {
		this.levels.add(new Level(null));
	}

	void add(AssociationHolder holder) {
		this.levels.getLast().add(holder);
	}

	/**
	 * Is told that changes were written, which stay if the transaction is committed.
	 */
	void written(AssociationHolder holder, PendingChanges changes) {
		add(holder);
		holder.kept().written(this.levels.getLast(), changes);
	}

	void savepoint(Object savepoint) {
		this.levels.add(new Level(savepoint));
	}

	/**
	 * Takes nothing back any more. What was written is the truth from now on, also for
	 * transactions that were suspended meanwhile and may still be rolled back.
	 */
	void commit() {
		List<Runnable> updates = new ArrayList<>();
		this.levels.forEach((level) -> level.forEach((holder) -> {
			PendingChanges written = holder.kept().remove(level);
			if (written != null) {
				updates.add(() -> holder.kept().replaceAll((memento) -> holder.committed(memento, written)));
			}
		}));
		updates.forEach(Runnable::run);
		reset();
	}

	/**
	 * Takes everything back.
	 */
	void rollBack() {
		Map<AssociationHolder, Object> before = new IdentityHashMap<>();
		this.levels.descendingIterator().forEachRemaining((level) -> level.copyTo(before));
		restore(before);
		this.levels.forEach(Level::release);
		reset();
	}

	private void reset() {
		this.levels.clear();
		this.levels.add(new Level(null));
	}

	/**
	 * Takes back what changed since a savepoint. What was loaded before it is forgotten
	 * as well, what was changed before it stays.
	 */
	void rollBackTo(Object savepoint) {
		if (this.levels.stream().noneMatch((level) -> level.savepoint == savepoint)) {
			rollBack();
			return;
		}
		restore(before(savepoint));
		while (this.levels.getLast().savepoint != savepoint) {
			this.levels.removeLast().release();
		}
		this.levels.getLast().release();
	}

	private Map<AssociationHolder, Object> before(Object savepoint) {
		Map<AssociationHolder, Object> before = new IdentityHashMap<>();
		Iterator<Level> newestFirst = this.levels.descendingIterator();
		boolean since = true;
		while (newestFirst.hasNext()) {
			Level level = newestFirst.next();
			if (since) {
				level.copyTo(before);
			}
			else {
				level.forEach((holder) -> before.computeIfAbsent(holder, AssociationHolder::memento));
			}
			since = since && level.savepoint != savepoint;
		}
		return before;
	}

	/**
	 * References first, because children that come back join the lists they were in.
	 */
	private static void restore(Map<AssociationHolder, Object> mementos) {
		mementos.forEach((holder, memento) -> {
			if (holder instanceof BelongsToHolder) {
				holder.restore(memento);
			}
		});
		mementos.forEach((holder, memento) -> {
			if (!(holder instanceof BelongsToHolder)) {
				holder.restore(memento);
			}
		});
	}

	/**
	 * What changed after the beginning, or after a savepoint.
	 */
	private static final class Level {

		private static final int FIRST_LOOK = 1024;

		private final @Nullable Object savepoint;

		private final List<WeakReference<AssociationHolder>> holders = new ArrayList<>();

		private int nextLook = FIRST_LOOK;

		Level(@Nullable Object savepoint) {
			this.savepoint = savepoint;
		}

		void add(AssociationHolder holder) {
			if (holder.kept().get(this) == null) {
				holder.kept().put(this, holder.memento());
				forgetCollected();
				this.holders.add(new WeakReference<>(holder));
			}
		}

		private void forgetCollected() {
			if (this.holders.size() >= this.nextLook) {
				this.holders.removeIf((reference) -> reference.refersTo(null));
				this.nextLook = Math.max(FIRST_LOOK, 2 * this.holders.size());
			}
		}

		void copyTo(Map<AssociationHolder, Object> mementos) {
			forEach((holder) -> {
				Object memento = holder.kept().get(this);
				if (memento != null) {
					mementos.put(holder, memento);
				}
			});
		}

		void release() {
			forEach((holder) -> holder.kept().remove(this));
			this.holders.clear();
		}

		private void forEach(Consumer<AssociationHolder> action) {
			for (WeakReference<AssociationHolder> reference : this.holders) {
				AssociationHolder holder = reference.get();
				if (holder != null) {
					action.accept(holder);
				}
			}
		}

	}

}
