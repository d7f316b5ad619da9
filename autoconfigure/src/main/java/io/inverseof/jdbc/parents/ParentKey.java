package io.inverseof.jdbc.parents;

import java.util.Comparator;

/**
 * Says which row of which table. The order is the same for everybody, so that nobody
 * waits for each other.
 *
 * @param table the table
 * @param id the id of the row
 */
record ParentKey(ParentTable table, Object id) implements Comparable<ParentKey> {

	private static final Comparator<ParentKey> ORDER = Comparator.comparing((ParentKey key) -> key.table().toString())
		.thenComparing(ParentKey::id, ParentKey::compareIds);

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static int compareIds(Object one, Object other) {
		boolean comparable = one instanceof Comparable && one.getClass() == other.getClass();
		return comparable ? ((Comparable) one).compareTo(other) : one.toString().compareTo(other.toString());
	}

	@Override
	public int compareTo(ParentKey other) {
		return ORDER.compare(this, other);
	}

}
