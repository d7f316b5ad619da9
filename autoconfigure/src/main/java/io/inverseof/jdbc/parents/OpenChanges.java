package io.inverseof.jdbc.parents;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.unitofwork.CurrentUnit;
import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the current thread changes of the rows that it refers to, until the
 * outermost piece of its work in a transaction ends. Thread-safe.
 */
final class OpenChanges {

	private final ParentWriter writer;

	private final ThreadLocal<@Nullable ParentChanges> open = new ThreadLocal<>();

	OpenChanges(ParentWriter writer) {
		this.writer = writer;
	}

	/**
	 * Runs some work, and writes what it changed at its end.
	 * @param survives whether rows stay written when the work fails
	 */
	<T extends @Nullable Object> T together(Supplier<T> work, boolean survives) {
		if (this.writer.links().isEmpty()) {
			return work.get();
		}
		ParentChanges outer = this.open.get();
		CurrentUnit unit = this.writer.graph().currentUnit();
		if (outer != null && outer.isOf(unit)) {
			join(outer, unit);
			return work.get();
		}
		return collect(new ParentChanges(unit), work, survives, outer);
	}

	/**
	 * What runs inside may be rolled back to a savepoint on its own.
	 */
	private static void join(ParentChanges changes, @Nullable CurrentUnit unit) {
		if (unit != null) {
			Map<ParentKey, ParentChange> before = changes.snapshot();
			unit.changed(Undo.of(changes, (all) -> all.restore(before)));
		}
	}

	private <T extends @Nullable Object> T collect(ParentChanges changes, Supplier<T> work, boolean survives,
			@Nullable ParentChanges outer) {
		this.open.set(changes);
		try {
			T result = work(changes, work, survives);
			this.writer.write(changes);
			return result;
		}
		finally {
			if (outer != null) {
				this.open.set(outer);
			}
			else {
				this.open.remove();
			}
		}
	}

	private <T extends @Nullable Object> T work(ParentChanges changes, Supplier<T> work, boolean survives) {
		try {
			return work.get();
		}
		catch (RuntimeException | Error ex) {
			if (survives) {
				writeInspiteOf(ex, changes);
			}
			throw ex;
		}
	}

	/**
	 * The transaction may go on with what was written, unless the database refuses.
	 */
	private void writeInspiteOf(Throwable failure, ParentChanges changes) {
		try {
			this.writer.write(changes);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Hands out what collects the changes of the current work, or lets them be written at
	 * once.
	 */
	void record(Consumer<ParentChanges> recording) {
		ParentChanges changes = current();
		if (changes != null) {
			recording.accept(changes);
			return;
		}
		together(() -> {
			recording.accept(Objects.requireNonNull(this.open.get()));
			return Boolean.TRUE;
		}, false);
	}

	/**
	 * Returns what collects the changes of the current work.
	 * @return the changes, or {@code null} if they are written at once
	 */
	@Nullable ParentChanges current() {
		ParentChanges changes = this.open.get();
		return (changes != null && changes.isOf(this.writer.graph().currentUnit())) ? changes : null;
	}

	/**
	 * Is told which objects in memory the work is about.
	 */
	void remember(Iterable<?> entities) {
		ParentChanges changes = this.writer.links().isEmpty() ? null : current();
		if (changes != null) {
			entities.forEach((entity) -> offer(entity, changes));
		}
	}

	/**
	 * Finds the objects of targets that an object leads to, or led to lately.
	 */
	void offer(Object entity, ParentChanges changes) {
		if (this.writer.links().isTarget(entity.getClass())) {
			changes.offer(entity);
		}
		for (ParentLink link : this.writer.links().ofObject(entity.getClass())) {
			BelongsToHolder<?, ?> holder = link.holder(entity);
			if (holder != null) {
				holder.inMemory().forEach(changes::offer);
				holder.forEachFormerTarget(changes::offer);
			}
		}
	}

}
