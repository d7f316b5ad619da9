package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the foreign key columns of an association.
 * <p>
 * On a {@link HasMany} or {@link HasOne}: the columns of the target's table, where they
 * are not those of the only belongs-to that fits. On a {@link BelongsTo} beside an
 * existing plain id property of the same column: the association follows that property,
 * {@code set} writes it, and the property alone is saved.
 *
 * <pre>{@code
 * public class Post {
 *     private Long authorId;                                        // stays as it was
 *     &#64;ForeignKey("author_id")
 *     private final BelongsTo<Author, Long> author = belongsTo(this); // follows authorId
 * }
 * }</pre>
 *
 * A composite key has several columns, in the order of the id's properties. Columns are
 * compared as the mapping context renders them, ignoring case. Corresponds to
 * {@code foreign_key:} of the Rails guide "Active Record Associations".
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ForeignKey {

	/**
	 * The column or columns.
	 * @return names of columns
	 */
	String[] value();

}
