package io.inverseof;

import java.util.function.Consumer;

/**
 * The side of a one-to-one association whose key is at the other side: an author has one
 * profile.
 *
 * <pre>{@code
 * public class Author {
 *     private final HasOne<Profile> profile = hasOne(this);   // no column
 * }
 * }</pre>
 *
 * Corresponds to {@code has_one} of the Rails guide "Active Record Associations". If
 * several rows carry the key, the first in the order of the scope, then of the primary
 * key, is the target.
 *
 * @param <T> the type of the target, an aggregate root
 * @since 0.1.0
 */
public interface HasOne<T> extends ToOne<T> {

	/**
	 * Creates a target in memory with its no-argument constructor, wires it to the owner,
	 * and lets the caller fill it.
	 * @param attributes fills the new target
	 * @return the new target, not saved
	 */
	T build(Consumer<? super T> attributes);

	/**
	 * Builds a target as {@link #build(Consumer)} does, validates it where Jakarta
	 * Validation is present, lets go of the row that was the target before, as
	 * {@link Dependent} says, and saves the new one, all or nothing.
	 * @param attributes fills the new target
	 * @return the new target, saved
	 * @throws UnsavedOwnerException if the owner has not been saved
	 * @throws DetachedAssociationException if the owner has an id, but no repository
	 * loaded or saved it
	 */
	T create(Consumer<? super T> attributes);

}
