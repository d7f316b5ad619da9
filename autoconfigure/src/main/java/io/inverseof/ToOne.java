package io.inverseof;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An association with at most one target.
 *
 * @param <T> the type of the target
 * @since 0.1.0
 */
public interface ToOne<T> extends Association {

	/**
	 * Returns the target, loading it at the first read.
	 * @return the target, the same object at every read until it is reloaded or its key
	 * changes
	 * @throws EmptyAssociationException if there is no target
	 * @throws DanglingReferenceException if the key refers to a row that does not exist
	 */
	T get();

	/**
	 * Returns the target, loading it at the first read, or {@code null} when there is
	 * none or the key refers to a row that does not exist.
	 * @return the target or {@code null}
	 */
	@Nullable T orNull();

	/**
	 * Returns the target like {@link #orNull()}, as an {@link Optional}.
	 * @return the target, or empty
	 */
	default Optional<T> optional() {
		return Optional.ofNullable(orNull());
	}

	/**
	 * Tells whether {@link #orNull()} finds a target; loads it when it has not been read.
	 * @return whether there is a target
	 */
	default boolean isPresent() {
		return orNull() != null;
	}

	/**
	 * Assigns the target, in memory, and wires the other side. {@code null} empties the
	 * association.
	 * @param target the new target, or {@code null} for none
	 */
	void set(@Nullable T target);

}
