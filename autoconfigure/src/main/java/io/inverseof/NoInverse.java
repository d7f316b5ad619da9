package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Switches the automatic detection of the other side off for this association, and keeps
 * it from being detected as somebody's inverse.
 *
 * <pre>{@code
 * &#64;NoInverse
 * private final HasMany<Post> posts = hasMany(this);
 * }</pre>
 *
 * Corresponds to {@code inverse_of: false} of the Rails guide "Active Record
 * Associations".
 *
 * @since 0.1.0
 * @see InverseOf
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NoInverse {

}
