package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many distinct keys one query of an association asks for, where objects that were
 * read together have not got it yet. Beats {@code inverseof.batch-size}; 1 loads one by
 * one.
 *
 * <pre>{@code
 * &#64;BatchSize(20)
 * private final HasMany<Attachment> attachments = hasMany(this);
 * }</pre>
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface BatchSize {

	/**
	 * The number of keys.
	 * @return a positive number
	 */
	int value();

}
