package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;

/**
 * How much one query for several keys may ask for.
 */
final class BatchLimits {

	/** No limit. */
	static final int ALL_ROWS = Integer.MAX_VALUE;

	/** Some databases take no longer lists. */
	private static final int MOST_PARAMETERS = 1000;

	private static final int MOST_CHILDREN = 20_000;

	private static final int CHILDREN_OF_HAS_ONE = 4;

	private BatchLimits() {
	}

	/**
	 * How many keys, of all that were wished for.
	 */
	static int keys(AssociationProperty property, int wished) {
		return Math.max(1, Math.min(wished, MOST_PARAMETERS / Math.max(1, property.foreignKey().size())));
	}

	/**
	 * How many rows. More of them are not read, because the application may need few.
	 */
	static int rows(AssociationProperty property, int keys) {
		return (property.kind() == AssociationKind.HAS_ONE) ? padded(keys) * CHILDREN_OF_HAS_ONE : MOST_CHILDREN;
	}

	/**
	 * Repeats the last key until there is a power of two of them, so that there are few
	 * different texts of SQL, which databases and drivers keep.
	 */
	static <T> List<T> padded(List<T> keys) {
		List<T> padded = new ArrayList<>(keys);
		int size = Math.min(padded(keys.size()), Math.max(keys.size(), MOST_PARAMETERS));
		while (padded.size() < size) {
			padded.add(keys.get(keys.size() - 1));
		}
		return padded;
	}

	private static int padded(int size) {
		return (size <= 1) ? 1 : Integer.highestOneBit(size - 1) << 1;
	}

}
