package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Loads associations of everything a query method returns, with one query for each part
 * of a path, as Rails' {@code preload}. What is in memory already is not loaded again,
 * and the objects are wired as if they had been read one by one. The method is declared
 * in the interface of a repository and returns entities, alone or in a container; the
 * results of a stream are preloaded in growing chunks while it is read.
 *
 * <pre>{@code
 * interface Posts extends ListCrudRepository<Post, Long> {
 *
 *     &#64;Preload({ "author", "comments.author" })
 *     List<Post> findByPublishedTrue();
 *
 * }
 * }</pre>
 *
 * A path that does not exist stops the start of the application.
 *
 * @since 0.1.0
 * @see AssociationOperations#preload(Iterable, String...)
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Preload {

	/**
	 * The paths, names of associations separated by dots.
	 * @return one or more paths
	 */
	String[] value();

}
