package io.inverseof.jdbc.parents;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What happened to one target: how much its counters change, and which of its timestamps
 * are to be set. Confined to one thread.
 */
final class ParentChange {

	private static final Comparator<ParentColumn> BY_NAME = Comparator
		.comparing((ParentColumn column) -> column.name().getReference());

	private final Map<ParentColumn, Integer> counts = new TreeMap<>(BY_NAME);

	private final Set<ParentColumn> touched = new TreeSet<>(BY_NAME);

	ParentChange() {
	}

	ParentChange(ParentChange other) {
		this.counts.putAll(other.counts);
		this.touched.addAll(other.touched);
	}

	void count(ParentColumn column, int difference) {
		this.counts.merge(column, difference, Integer::sum);
	}

	void touch(ParentColumn column) {
		this.touched.add(column);
	}

	/**
	 * Returns what the counters change by. What came and went again is nothing.
	 */
	Map<ParentColumn, Integer> counts() {
		this.counts.values().removeIf((difference) -> difference == 0);
		return this.counts;
	}

	Set<ParentColumn> touched() {
		return this.touched;
	}

	boolean isEmpty() {
		return counts().isEmpty() && this.touched.isEmpty();
	}

}
