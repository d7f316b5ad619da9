package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a timestamp of the target whenever a row that refers to it is inserted, updated,
 * deleted, or moved from or to it, as Rails' {@code touch:}.
 *
 * <pre>{@code
 * public class Comment {
 *     &#64;Touch("updated_at")
 *     private final BelongsTo<Post, Long> post = belongsTo(this);
 * }
 * }</pre>
 *
 * Once in a unit of work, in the same transaction, and with the clock of Spring Data's
 * auditing where that is switched on. A target that was touched touches its own targets.
 * The target's {@code @Version} goes up. Statements that do not pass a repository's or
 * template's own methods touch nothing.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Touch {

	/**
	 * Returns the column of the target.
	 * @return the name of a column that a property of the target is mapped to
	 */
	String value();

}
