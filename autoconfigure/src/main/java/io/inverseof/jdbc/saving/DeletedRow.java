package io.inverseof.jdbc.saving;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A row that is deleted with callbacks: one that the application deletes itself, or one
 * that depends on it.
 */
final class DeletedRow extends DeletionStep {

	private final Class<?> type;

	private final Object id;

	private final @Nullable Object instance;

	private final boolean root;

	private DeletedRow(Class<?> type, Object id, @Nullable Object instance, boolean root) {
		this.type = type;
		this.id = id;
		this.instance = instance;
		this.root = root;
	}

	static DeletedRow root(Class<?> type, Object id, @Nullable Object instance) {
		return new DeletedRow(type, id, instance, true);
	}

	static DeletedRow dependent(Object id, Object instance) {
		return new DeletedRow(instance.getClass(), id, instance, false);
	}

	Class<?> type() {
		return this.type;
	}

	Object id() {
		return this.id;
	}

	/** The object that callbacks see, and whose associations change in memory. */
	@Nullable Object instance() {
		return this.instance;
	}

	Object requiredInstance() {
		return Objects.requireNonNull(this.instance);
	}

	/** Whether the application deletes it itself. */
	boolean isRoot() {
		return this.root;
	}

}
