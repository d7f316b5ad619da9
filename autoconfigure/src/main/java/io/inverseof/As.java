package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a has-one or has-many the other side of a {@link Polymorphic} belongs-to of its
 * target, as Rails' {@code as:}. Both are inverses of each other, without any flag.
 *
 * <pre>{@code
 * public class Product {
 *     &#64;As("imageable")
 *     private final HasMany<Image> images = hasMany(this);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface As {

	/**
	 * Returns the polymorphic belongs-to of the target.
	 * @return the name of its field
	 */
	String value();

}
