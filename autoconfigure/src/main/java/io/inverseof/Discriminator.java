package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a subclass of an entity share the table of its superclass, as Rails' single-table
 * inheritance: a column says of which class a row is.
 *
 * <pre>{@code
 * public class Post {
 *     &#64;Id private Long id;
 *     private final BelongsTo<Author, Long> author = belongsTo(this);
 * }
 * &#64;Discriminator(column = "type", value = "Tweet")
 * public class Tweet extends Post {
 *     private String hashtag;             // a column of the table post as well
 * }
 * interface Tweets extends ListCrudRepository<Tweet, Long> {}   // rows of that type only
 * }</pre>
 *
 * Repositories and associations of the superclass hand out objects of the subclass, those
 * of the subclass read, count and delete nothing but its rows and those of its own
 * subclasses. Rows whose column is {@code NULL}, or has a value that no subclass has, are
 * of the superclass. Saving an object of the subclass writes the column, which needs no
 * property.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Discriminator {

	/**
	 * Returns the column that tells the class of a row.
	 * @return the name of a column of the shared table
	 */
	String column() default "type";

	/**
	 * Returns the value of the column for objects of this class.
	 * @return the value, by default the simple name of the class
	 */
	String value() default "";

}
