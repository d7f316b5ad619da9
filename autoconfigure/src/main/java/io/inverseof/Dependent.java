package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what happens to the rows of a has-one or has-many when their owner is deleted, or
 * when they are removed from it, as Rails' {@code dependent:}.
 *
 * <pre>{@code
 * public class Author {
 *     &#64;Dependent(Dependent.Action.DESTROY)
 *     private final HasMany<Post> posts = hasMany(this);
 * }
 * authors.delete(author);          // deletes the posts first, and what depends on them
 * author.posts().remove(post);
 * authors.save(author);            // deletes that post
 * }</pre>
 *
 * Without it the rows are left alone when the owner is deleted, and a child that was
 * removed loses its key at the next save. Not allowed on a belongs-to, whose target would
 * be deleted under its other children.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Dependent {

	/**
	 * Returns what happens.
	 * @return the action
	 */
	Action value();

	/**
	 * What can happen to dependent rows.
	 */
	enum Action {

		/**
		 * The children are loaded and deleted like any other aggregate: with events,
		 * callbacks, what is inside them, and their own dependents.
		 */
		DESTROY,

		/**
		 * The rows are deleted by one statement, without events and callbacks.
		 */
		DELETE,

		/**
		 * The rows stay, and their key becomes {@code NULL}.
		 */
		NULLIFY,

		/**
		 * The owner cannot be deleted while it has children. A child that is removed
		 * loses its key.
		 */
		RESTRICT

	}

}
