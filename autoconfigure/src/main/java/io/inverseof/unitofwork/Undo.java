package io.inverseof.unitofwork;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;

/**
 * Takes one change in memory back when the unit of work in which it happened is rolled
 * back.
 *
 * @since 0.1.0
 */
public interface Undo {

	/**
	 * Takes the change back.
	 */
	void undo();

	/**
	 * Makes an undo that concerns an object.
	 * @param <T> the type of the object
	 * @param object the object, held weakly
	 * @param action takes the change of the object back
	 * @return an undo
	 */
	static <T> Undo of(T object, Consumer<? super T> action) {
		WeakReference<T> reference = new WeakReference<>(object);
		return new Undo() {

			@Override
			public void undo() {
				T referent = reference.get();
				if (referent != null) {
					action.accept(referent);
				}
			}

			@Override
			public boolean isObsolete() {
				return reference.refersTo(null);
			}

		};
	}

	/**
	 * Tells whether there is nothing left to take back, because nobody has the object any
	 * more.
	 * @return whether this can be forgotten
	 */
	boolean isObsolete();

}
