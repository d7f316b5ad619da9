package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the number of rows that refer to a target in a column of the target, as Rails'
 * {@code counter_cache:}.
 *
 * <pre>{@code
 * public class Post {
 *     &#64;CounterCache("posts_count")
 *     private final BelongsTo<Author, Long> author = belongsTo(this);
 * }
 * public class Author {
 *     private int postsCount;
 * }
 * }</pre>
 *
 * The column is changed by SQL, relative to what it is, when a row is inserted, deleted
 * or moved to another target, in the same transaction. An ordinary save of the target
 * never writes it: a new row starts with 0. The target's {@code @Version} goes up with
 * it, and targets that are in memory have the values of the row afterwards.
 * <p>
 * Statements that do not pass a repository's or template's own methods count nothing:
 * queries that modify, query methods that delete ({@code deleteByTitle(..)}), plain SQL.
 * {@link AssociationOperations#resetCounters(Class)} counts again.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface CounterCache {

	/**
	 * Returns the column of the target.
	 * @return the name of a column that a property of the target is mapped to
	 */
	String value();

}
