package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.jdbc.batch.KeyLists;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;

/**
 * How much one query for several keys may ask for.
 */
final class BatchLimits {

	/** No limit. */
	static final int ALL_ROWS = Integer.MAX_VALUE;

	private static final int MOST_CHILDREN = 20_000;

	private static final int CHILDREN_OF_HAS_ONE = 4;

	private BatchLimits() {
	}

	/**
	 * How many keys, of all that were wished for.
	 */
	static int keys(AssociationProperty property, int wished) {
		return Math.max(1, Math.min(wished, KeyLists.most(Math.max(1, property.foreignKey().size()))));
	}

	/**
	 * How many rows. More of them are not read, because the application may need few.
	 */
	static int rows(AssociationProperty property, int keys) {
		return (property.kind() == AssociationKind.HAS_ONE) ? KeyLists.padded(keys) * CHILDREN_OF_HAS_ONE
				: MOST_CHILDREN;
	}

	/**
	 * Repeats the last key until there is a power of two of them, so that there are few
	 * different texts of SQL, which databases and drivers keep.
	 */
	static <T> List<T> padded(List<T> keys) {
		List<T> padded = new ArrayList<>(keys);
		int size = Math.min(KeyLists.padded(keys.size()), Math.max(keys.size(), KeyLists.most(1)));
		while (padded.size() < size) {
			padded.add(keys.get(keys.size() - 1));
		}
		return padded;
	}

}
