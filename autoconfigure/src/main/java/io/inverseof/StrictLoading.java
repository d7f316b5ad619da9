package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Forbids an association to load by itself: it has to be preloaded, or in memory anyway.
 * Reading it otherwise throws a {@link StrictLoadingException}, or is logged where
 * {@code inverseof.strict-loading} is {@code warn}. As Rails' {@code strict_loading:
 * true} on an association.
 *
 * <pre>{@code
 * &#64;StrictLoading
 * private final HasMany<Comment> comments = hasMany(this);
 * }</pre>
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface StrictLoading {

	/**
	 * What happens when an association loads by itself.
	 */
	enum Mode {

		/** Nothing: it loads. */
		OFF,

		/** It loads, and the line of code that read it is logged. */
		WARN,

		/** A {@link StrictLoadingException} is thrown. */
		FAIL

	}

}
