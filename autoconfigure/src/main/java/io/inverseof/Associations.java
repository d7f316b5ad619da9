package io.inverseof;

/**
 * Initialises the association fields of an entity. Made for a static import:
 *
 * <pre>{@code
 * import static io.inverseof.Associations.*;
 *
 * public class Author {
 *     &#64;Id private Long id;
 *     private final HasMany<Post> posts = hasMany(this);
 * }
 * }</pre>
 *
 * The field knows its own name and annotations from the first use on, with and without
 * Spring. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Associations {

	private Associations() {
	}

	/**
	 * Makes the has-many of a field.
	 * @param <T> the type of the elements
	 * @param owner {@code this}
	 * @return a new has-many
	 */
	public static <T> HasMany<T> hasMany(Object owner) {
		return AssociationFactory.instance().hasMany(owner);
	}

	/**
	 * Makes the has-one of a field.
	 * @param <T> the type of the target
	 * @param owner {@code this}
	 * @return a new has-one
	 */
	public static <T> HasOne<T> hasOne(Object owner) {
		return AssociationFactory.instance().hasOne(owner);
	}

	/**
	 * Makes the belongs-to of a field.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param owner {@code this}
	 * @return a new, empty belongs-to
	 */
	public static <T, ID> BelongsTo<T, ID> belongsTo(Object owner) {
		return AssociationFactory.instance().belongsToOf(owner);
	}

}
