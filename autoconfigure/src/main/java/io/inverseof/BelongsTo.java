package io.inverseof;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.mapping.AggregateReference;

/**
 * The side of an association that holds the foreign key: a post belongs to an author. It
 * is an {@link AggregateReference} that can also hand out its target, and works wherever
 * an {@code AggregateReference} does.
 *
 * <pre>{@code
 * public class Post {
 *     &#64;Id private Long id;
 *     private final BelongsTo<Author, Long> author = belongsTo(this);   // column author_id
 * }
 *
 * public record Comment(@Id Long id, String body, BelongsTo<Post, Long> post) {}
 * }</pre>
 *
 * The column is {@code <property>_id} unless
 * {@link org.springframework.data.relational.core.mapping.Column @Column} names it. Two
 * references are equal when both have the same id, otherwise by identity. Corresponds to
 * {@code belongs_to} of the Rails guide "Active Record Associations".
 *
 * @param <T> the type of the target, an aggregate root
 * @param <ID> the type of the target's id
 * @since 0.1.0
 */
public interface BelongsTo<T, ID> extends AggregateReference<T, ID>, ToOne<T> {

	/**
	 * Returns a reference to a target that is in memory, saved or not.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param target the target
	 * @return a reference that follows the id of the target
	 */
	static <T, ID> BelongsTo<T, ID> to(T target) {
		return AssociationFactory.instance().belongsTo(target);
	}

	/**
	 * Returns a reference to the row with an id.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param id the id
	 * @return a reference that has not been read
	 */
	static <T, ID> BelongsTo<T, ID> toId(ID id) {
		return AssociationFactory.instance().belongsToId(id);
	}

	/**
	 * Returns a reference to the row of a class with an id, for a {@link Polymorphic}
	 * association, whose id alone does not say which table it is in.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param type the class of the target
	 * @param id the id
	 * @return a reference that has not been read
	 */
	static <T, ID> BelongsTo<T, ID> toId(Class<? extends T> type, ID id) {
		return AssociationFactory.instance().belongsToId(type, id);
	}

	/**
	 * Returns a reference to nothing: its column is {@code NULL}.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @return a new empty reference
	 */
	static <T, ID> BelongsTo<T, ID> empty() {
		return AssociationFactory.instance().belongsToNothing();
	}

	/**
	 * Returns the foreign key. Never loads.
	 * @return the id of the target, or {@code null} when the association is empty or its
	 * target has no id yet
	 * @throws UnreadKeyException if the query that loaded the owner did not read the
	 * column
	 */
	@Override
	@SuppressWarnings("NullAway") // an AggregateReference is never empty, this one is
	@Nullable ID getId();

	/**
	 * Changes the foreign key, in memory. A target with another id is dropped, and loaded
	 * at the next read. A {@link Polymorphic} reference keeps its type.
	 * @param id the new key, or {@code null} for none
	 * @throws UntypedReferenceException if the reference is polymorphic and empty, so
	 * that nothing says which class the id is of
	 */
	void setId(@Nullable ID id);

	/**
	 * Creates a target in memory with its no-argument constructor, lets the caller fill
	 * it, and assigns it.
	 * @param attributes fills the new target
	 * @return the new target, not saved
	 */
	T build(Consumer<? super T> attributes);

	/**
	 * Builds a target as {@link #build(Consumer)} does, validates it where Jakarta
	 * Validation is present, saves it, and assigns it. The owner itself is not saved. If
	 * the target cannot be saved, nothing has changed.
	 * @param attributes fills the new target
	 * @return the new target, saved
	 * @throws UnsavedOwnerException if the owner was neither loaded nor saved by a
	 * repository, so that nothing says where to save the target
	 */
	T create(Consumer<? super T> attributes);

}
