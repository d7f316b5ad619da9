package io.inverseof.jdbc.batch;

/**
 * How long lists of keys are in statements.
 *
 * @since 0.1.0
 */
public final class KeyLists {

	/** Some databases take no longer lists. */
	private static final int MOST_PARAMETERS = 1000;

	private KeyLists() {
	}

	/**
	 * Returns how many keys one statement asks for at most.
	 * @param columns how many columns, and so parameters, a key has
	 * @return a positive number
	 */
	public static int most(int columns) {
		return Math.max(1, MOST_PARAMETERS / columns);
	}

	/**
	 * Returns how long a list is for some keys, so that there are few different texts of
	 * SQL, which databases and drivers keep.
	 * @param keys how many keys there are
	 * @return the next power of two
	 */
	public static int padded(int keys) {
		return (keys <= 1) ? 1 : Integer.highestOneBit(keys - 1) << 1;
	}

}
