package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a has-one or has-many lead through another association of the same class to what
 * that one's targets refer to, as Rails' {@code through:}. The aggregates in between are
 * the join aggregates.
 *
 * <pre>{@code
 * public class Prison {
 *     private final HasMany<Sentence> sentences = hasMany(this);
 *
 *     &#64;Through("sentences")
 *     private final HasMany<Criminal> criminals = hasMany(this);
 * }
 * public class Sentence {
 *     private final BelongsTo<Prison, Long> prison = belongsTo(this);
 *     private final BelongsTo<Criminal, Long> criminal = belongsTo(this);
 * }
 * prison.criminals().build((criminal) -> ..);   // builds a Sentence as well
 * prison.criminals().remove(criminal);          // deletes the Sentence, not the Criminal
 * }</pre>
 *
 * It is read by one query and has no inverse. What the join aggregates refer to by a
 * belongs-to can be added and removed; everything else, and a has-one through a has-many,
 * can be read only, because nothing says which join aggregate would have to change (the
 * Rails guide "Active Record Associations", and
 * {@code HasManyThroughCantAssociateThroughHasOneOrManyReflection}).
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Through {

	/**
	 * Returns the association of the same class that leads to the join aggregates.
	 * @return the name of its field
	 */
	String value();

	/**
	 * Returns the association of the join aggregate that leads to the target, as Rails'
	 * {@code source:}.
	 * @return the name of its field; by default the only one that leads there, or else
	 * the one that is named as this association, in the singular or the plural, or else
	 * the only one that is not {@link Polymorphic}
	 */
	String source() default "";

}
