package io.inverseof.holder;

import java.util.ArrayList;
import java.util.List;

/**
 * What the next save of an owner has to do for one of its associations.
 *
 * @param added the targets that were added or assigned in memory, new ones and others
 * @param removed rows that were removed and may still have the key of the owner
 * @param replacesUnread whether the row that is the target now, which nobody read, is to
 * be removed as well
 * @since 0.1.0
 */
public record PendingChanges(List<?> added, List<?> removed, boolean replacesUnread) {

	/** Nothing to do. */
	public static final PendingChanges NONE = new PendingChanges(List.of(), List.of(), false);

	/**
	 * Returns these changes with others.
	 * @param others the others
	 * @return both
	 */
	PendingChanges and(PendingChanges others) {
		return new PendingChanges(joined(this.added, others.added), joined(this.removed, others.removed),
				this.replacesUnread || others.replacesUnread);
	}

	private static List<Object> joined(List<?> some, List<?> more) {
		List<Object> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

}
