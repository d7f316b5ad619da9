package io.inverseof.holder;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The has-one and has-many associations a child is on, weakly: mostly one, several where
 * a class has more than one association on the same key. An immutable linked list.
 */
record Sides(WeakReference<ToChildrenHolder> side, @Nullable Sides next) {

	static Sides with(@Nullable Sides sides, ToChildrenHolder side) {
		return (sides != null && sides.contains(side)) ? sides : new Sides(side.self(), sides);
	}

	private boolean contains(ToChildrenHolder side) {
		return this.side.refersTo(side) || (this.next != null && this.next.contains(side));
	}

	static @Nullable Sides without(@Nullable Sides sides, ToChildrenHolder side) {
		if (sides == null) {
			return null;
		}
		Sides rest = without(sides.next, side);
		return (sides.side.refersTo(side) || sides.side.get() == null) ? rest : new Sides(sides.side, rest);
	}

	void forEach(Consumer<ToChildrenHolder> action) {
		for (Sides s = this; s != null; s = s.next) {
			ToChildrenHolder side = s.side.get();
			if (side != null) {
				action.accept(side);
			}
		}
	}

}
