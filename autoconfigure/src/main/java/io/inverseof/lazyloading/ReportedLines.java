package io.inverseof.lazyloading;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.NamedAssociation;

/**
 * The associations and lines of code that the log has, so that a busy line does not flood
 * it. Bounded: what does not fit is taken for reported. Thread-safe.
 */
final class ReportedLines {

	private static final int LIMIT = 1000;

	private final Set<ReportedLine> lines = ConcurrentHashMap.newKeySet();

	/**
	 * Adds a line.
	 * @return whether it is new
	 */
	boolean add(NamedAssociation association, String line) {
		return this.lines.size() < LIMIT && this.lines.add(new ReportedLine(association, line));
	}

	private record ReportedLine(NamedAssociation association, String line) {

	}

}
