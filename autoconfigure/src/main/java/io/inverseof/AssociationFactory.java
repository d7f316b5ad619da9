package io.inverseof;

import java.util.ServiceLoader;

/**
 * Makes the objects behind {@link BelongsTo}, {@link HasOne} and {@link HasMany}. Not for
 * applications, which use {@link Associations} and the static methods of
 * {@link BelongsTo}; found once by {@link ServiceLoader}, so that this package needs no
 * other.
 *
 * @since 0.1.0
 */
public interface AssociationFactory {

	/**
	 * Returns the factory of this class loader.
	 * @return the factory, thread-safe
	 */
	static AssociationFactory instance() {
		return AssociationFactoryHolder.INSTANCE;
	}

	/**
	 * Makes the has-many that is assigned to a field of the owner.
	 * @param <T> the type of the elements
	 * @param owner the object that declares it
	 * @return a new has-many
	 */
	<T> HasMany<T> hasMany(Object owner);

	/**
	 * Makes the has-one that is assigned to a field of the owner.
	 * @param <T> the type of the target
	 * @param owner the object that declares it
	 * @return a new has-one
	 */
	<T> HasOne<T> hasOne(Object owner);

	/**
	 * Makes the empty belongs-to that is assigned to a field of the owner.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param owner the object that declares it
	 * @return a new belongs-to
	 */
	<T, ID> BelongsTo<T, ID> belongsToOf(Object owner);

	/**
	 * Makes a belongs-to with a target.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param target the target
	 * @return a new belongs-to
	 */
	<T, ID> BelongsTo<T, ID> belongsTo(T target);

	/**
	 * Makes a belongs-to with a key.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param id the key
	 * @return a new belongs-to
	 */
	<T, ID> BelongsTo<T, ID> belongsToId(ID id);

	/**
	 * Makes a belongs-to with a key and the class that it is an id of.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @param type the class of the target
	 * @param id the key
	 * @return a new belongs-to
	 */
	<T, ID> BelongsTo<T, ID> belongsToId(Class<? extends T> type, ID id);

	/**
	 * Makes an empty belongs-to.
	 * @param <T> the type of the target
	 * @param <ID> the type of its id
	 * @return a new belongs-to
	 */
	<T, ID> BelongsTo<T, ID> belongsToNothing();

}
