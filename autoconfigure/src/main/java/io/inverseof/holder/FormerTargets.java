package io.inverseof.holder;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The objects that a reference led to lately, weakly, the latest first. An immutable
 * linked list of a few.
 */
record FormerTargets(WeakReference<Object> target, @Nullable FormerTargets earlier) {

	private static final int MOST = 4;

	static @Nullable FormerTargets with(@Nullable FormerTargets former, @Nullable Object target) {
		if (target == null || (former != null && former.contains(target))) {
			return former;
		}
		return new FormerTargets(new WeakReference<>(target), (former != null) ? former.first(MOST - 1) : null);
	}

	private boolean contains(Object target) {
		return this.target.refersTo(target) || (this.earlier != null && this.earlier.contains(target));
	}

	private @Nullable FormerTargets first(int number) {
		if (number == 0) {
			return null;
		}
		return new FormerTargets(this.target, (this.earlier != null) ? this.earlier.first(number - 1) : null);
	}

	void forEach(Consumer<Object> action) {
		for (FormerTargets former = this; former != null; former = former.earlier) {
			Object target = former.target.get();
			if (target != null) {
				action.accept(target);
			}
		}
	}

}
