package io.inverseof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a belongs-to refer to rows of several tables: a second column says which class of
 * entity its key is an id of, as Rails' {@code polymorphic: true}.
 *
 * <pre>{@code
 * public class Image {
 *     &#64;Polymorphic
 *     private final BelongsTo<Imageable, Long> imageable = belongsTo(this);   // imageable_id, imageable_type
 * }
 * public class Product implements Imageable {
 *     &#64;As("imageable")
 *     private final HasMany<Image> images = hasMany(this);
 * }
 * }</pre>
 *
 * The target may be any entity of the declared type, which may be an interface, a
 * superclass or {@code Object}, whose id is of the declared type. The column holds the
 * entity's simple name, or what
 * {@link org.springframework.data.annotation.TypeAlias @TypeAlias} of the entity says, so
 * that classes can be renamed; subclasses that share a table have the name of the class
 * that the table belongs to.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Polymorphic {

	/**
	 * Returns the column that holds the type of the target.
	 * @return the name of the column, by default that of the property followed by
	 * {@code _type}
	 */
	String typeColumn() default "";

}
