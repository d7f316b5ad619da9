package io.inverseof;

/**
 * What every association of an entity can do, whatever its kind: say whether its target
 * is in memory, and forget it.
 * <p>
 * Reading the same association from many threads is safe. Changing one graph of objects
 * from many threads at once needs the same care as any other Java collection.
 *
 * @since 0.1.0
 * @see BelongsTo
 * @see HasOne
 * @see HasMany
 */
public interface Association {

	/**
	 * Tells whether the next read is answered from memory alone. Never loads.
	 * @return whether the target or targets are in memory
	 */
	boolean isLoaded();

	/**
	 * Forgets what is in memory, so that the next read queries the database. The foreign
	 * key stays as it is, and nothing is queried here.
	 */
	void reload();

}
