package io.inverseof.unitofwork;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import org.jspecify.annotations.Nullable;

/**
 * The holders that changed in a unit of work, weakly and by identity, each with its state
 * before the first change in the transaction, and before the first one after each
 * savepoint. Confined to one thread.
 */
final class TouchedHolders {

	private final Deque<Level> levels = new ArrayDeque<>();

	private final ReferenceQueue<AssociationHolder> collected = new ReferenceQueue<>();

	TouchedHolders() {
		this.levels.add(new Level(null));
	}

	void add(AssociationHolder holder) {
		forgetCollected();
		this.levels.getLast().add(holder, this.collected);
	}

	private void forgetCollected() {
		for (Object reference = this.collected.poll(); reference != null; reference = this.collected.poll()) {
			Reference holder = (Reference) reference;
			holder.mementos.remove(holder);
		}
	}

	void savepoint(Object savepoint) {
		this.levels.add(new Level(savepoint));
	}

	/**
	 * Takes everything back.
	 */
	void rollBack() {
		Map<Reference, Object> before = new HashMap<>();
		this.levels.descendingIterator().forEachRemaining((level) -> before.putAll(level.mementos));
		restore(before);
		clear();
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
		Map<Reference, Object> before = new HashMap<>();
		Iterator<Level> newestFirst = this.levels.descendingIterator();
		boolean since = true;
		while (newestFirst.hasNext()) {
			Level level = newestFirst.next();
			if (since) {
				before.putAll(level.mementos);
			}
			else {
				level.forEach((reference, holder) -> before.computeIfAbsent(reference, (key) -> holder.memento()));
			}
			since = since && level.savepoint != savepoint;
		}
		restore(before);
		while (this.levels.getLast().savepoint != savepoint) {
			this.levels.removeLast();
		}
		this.levels.getLast().mementos.clear();
	}

	/**
	 * References first, because children that come back join the lists they were in.
	 */
	private static void restore(Map<Reference, Object> mementos) {
		mementos.forEach((reference, memento) -> {
			if (reference.get() instanceof BelongsToHolder<?, ?> holder) {
				holder.restore(memento);
			}
		});
		mementos.forEach((reference, memento) -> {
			AssociationHolder holder = reference.get();
			if (holder != null && !(holder instanceof BelongsToHolder)) {
				holder.restore(memento);
			}
		});
	}

	void clear() {
		this.levels.clear();
		this.levels.add(new Level(null));
	}

	/**
	 * What changed first after the beginning, or after a savepoint.
	 */
	private static final class Level {

		private final @Nullable Object savepoint;

		private final Map<Reference, Object> mementos = new HashMap<>();

		Level(@Nullable Object savepoint) {
			this.savepoint = savepoint;
		}

		void add(AssociationHolder holder, ReferenceQueue<AssociationHolder> queue) {
			this.mementos.computeIfAbsent(new Reference(holder, this.mementos, queue), (key) -> holder.memento());
		}

		void forEach(BiConsumer<Reference, AssociationHolder> action) {
			this.mementos.keySet().forEach((reference) -> {
				AssociationHolder holder = reference.get();
				if (holder != null) {
					action.accept(reference, holder);
				}
			});
		}

	}

	/**
	 * Compares by the identity of what it refers to, because holders have an equality of
	 * their own.
	 */
	private static final class Reference extends WeakReference<AssociationHolder> {

		private final Map<Reference, Object> mementos;

		private final int hash;

		Reference(AssociationHolder holder, Map<Reference, Object> mementos, ReferenceQueue<AssociationHolder> queue) {
			super(holder, queue);
			this.mementos = mementos;
			this.hash = System.identityHashCode(holder);
		}

		@Override
		public boolean equals(Object obj) {
			return obj == this || (obj instanceof Reference other && other.hash == this.hash
					&& Objects.requireNonNullElse(get(), this) == other.get());
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
