package io.inverseof.it.saving.corners;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the callbacks of the application do in one test.
 */
final class Hooks {

	UnaryOperator<Object> converting = UnaryOperator.identity();

	Consumer<Object> saved = (entity) -> {
	};

	/**
	 * Lets the callbacks do nothing.
	 */
	void reset() {
		this.converting = UnaryOperator.identity();
		this.saved = (entity) -> {
		};
	}

	/**
	 * Does something with the first object of a class before it is written.
	 * @param type the class
	 * @param work what to do
	 */
	<T> void beforeTheFirst(Class<T> type, Consumer<T> work) {
		this.converting = (entity) -> {
			if (type.isInstance(entity)) {
				this.converting = UnaryOperator.identity();
				work.accept(type.cast(entity));
			}
			return entity;
		};
	}

	/**
	 * Does something with the first object of a class after it is written.
	 * @param type the class
	 * @param work what to do
	 */
	<T> void afterTheFirst(Class<T> type, Consumer<T> work) {
		this.saved = (entity) -> {
			if (type.isInstance(entity)) {
				this.saved = (other) -> {
				};
				work.accept(type.cast(entity));
			}
		};
	}

}
