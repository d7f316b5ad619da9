package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the other side.
 * <p>
 * On an association: the association of the target that is the other side of this one,
 * where it is not found automatically. It declares this side only, and must name an
 * association that points back at the owner, else the application does not start.
 *
 * <pre>{@code
 * &#64;InverseOf("writer")
 * private final HasMany<Post> drafts = hasMany(this);
 * }</pre>
 *
 * On a plain field of an entity inside an aggregate: the property of the class around it
 * that contains the entity, directly or as an element. The field then is a back reference
 * and holds its parent: when the aggregate is loaded, before the callbacks of the
 * application see it; and when it is saved, before they validate it. It has no column,
 * needs no {@code @Transient}, and cannot be final or in a record. A property of an
 * embedded object is written {@code "details.lines"}.
 *
 * <pre>{@code
 * class Order {
 *     &#64;Id Long id;
 *     Set<Line> lines;
 * }
 *
 * class Line {
 *     &#64;InverseOf("lines")
 *     Order order;
 * }
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
	 * The name of the association on the target, or of the property of the parent.
	 * @return the name of a field or record component
	 */
	String value();

}
