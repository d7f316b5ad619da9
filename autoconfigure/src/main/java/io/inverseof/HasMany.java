package io.inverseof;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The side of an association that many rows point back to: an author has many posts. It
 * is a {@link List}, loaded with one SELECT at the first read; every element then knows
 * its owner.
 *
 * <pre>{@code
 * public class Author {
 *     private final HasMany<Post> posts = hasMany(this);   // no column
 * }
 * author.posts().get(0).author().get() == author;          // no second SELECT
 * }</pre>
 *
 * <ul>
 * <li>{@code equals} and {@code hashCode} are those of the object, so that they never
 * load; neither does {@code toString}.</li>
 * <li>{@code add} never loads, and returns {@code false} for an element that is there.
 * {@code remove}, {@code clear}, {@code retainAll} and {@code replaceWith} load
 * first.</li>
 * <li>{@code add(int, ..)}, {@code set(int, ..)}, {@code sort} and writes through
 * {@code subList} throw {@link UnsupportedOperationException}: the order is the scope's
 * sort, then the primary key, unsaved elements last.</li>
 * <li>An iterator sees the elements that were there when it was created.</li>
 * </ul>
 *
 * Corresponds to {@code has_many} of the Rails guide "Active Record Associations".
 *
 * @param <T> the type of the elements, an aggregate root
 * @since 0.1.0
 */
public interface HasMany<T> extends List<T>, Association {

	/**
	 * Creates an element in memory with its no-argument constructor, wires it to the
	 * owner, lets the caller fill it, and adds it.
	 * @param attributes fills the new element
	 * @return the new element, not saved
	 */
	T build(Consumer<? super T> attributes);

	/**
	 * Builds an element as {@link #build(Consumer)} does, validates it where Jakarta
	 * Validation is present, saves it, and adds it. If it cannot be saved, nothing has
	 * changed.
	 * @param attributes fills the new element
	 * @return the new element, saved
	 * @throws UnsavedOwnerException if the owner has not been saved
	 * @throws DetachedAssociationException if the owner has an id, but no repository
	 * loaded or saved it
	 */
	T create(Consumer<? super T> attributes);

	/**
	 * Finds one element by its id: in memory if it is there, otherwise by reading that
	 * row only, never the collection.
	 * @param id the id
	 * @return the element, wired to the owner
	 * @throws MissingChildException if the row does not exist or belongs to another owner
	 */
	T find(Object id);

	/**
	 * Finds several elements by their ids, reading only rows that are not in memory.
	 * @param ids the ids
	 * @return the elements in the order of the ids, wired to the owner
	 * @throws MissingChildException names all ids without an element
	 */
	List<T> findAll(Collection<?> ids);

	/**
	 * Returns the first element in the order of the association, with a limited query
	 * when the collection has not been loaded.
	 * @return the first element, or empty
	 */
	Optional<T> first();

	/**
	 * Returns the last element in the order of the association, with a limited query when
	 * the collection has not been loaded.
	 * @return the last element, or empty
	 */
	Optional<T> last();

	/**
	 * Returns the first elements in the order of the association.
	 * @param n how many at most, not negative
	 * @return at most {@code n} elements
	 */
	List<T> first(int n);

	/**
	 * Returns the last elements in the order of the association.
	 * @param n how many at most, not negative
	 * @return at most {@code n} elements, in the order of the association
	 */
	List<T> last(int n);

	/**
	 * Counts the elements, by SQL when the collection has not been loaded. Unsaved
	 * elements in memory are included.
	 * @return the number of elements
	 */
	long count();

	/**
	 * Tells whether there is an element, by SQL when the collection has not been loaded.
	 * @return whether there is at least one element
	 */
	boolean exists();

	/**
	 * Replaces the content: elements that are not among the given ones are removed, the
	 * others added. Loads first.
	 * @param children the new content
	 */
	void replaceWith(Collection<? extends T> children);

}
