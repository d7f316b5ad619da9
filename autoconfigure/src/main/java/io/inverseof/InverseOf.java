package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the association of the target that is the other side of this one, where it is not
 * found automatically. It declares this side only, and must name an association that
 * points back at the owner, else the application does not start.
 *
 * <pre>{@code
 * &#64;InverseOf("writer")
 * private final HasMany<Post> drafts = hasMany(this);
 * }</pre>
 *
 * Corresponds to {@code inverse_of:} of the Rails guide "Active Record Associations".
 *
 * @since 0.1.0
 * @see NoInverse
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface InverseOf {

	/**
	 * The name of the association on the target.
	 * @return the name of a field or record component
	 */
	String value();

}
