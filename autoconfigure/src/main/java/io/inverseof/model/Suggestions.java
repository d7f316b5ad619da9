package io.inverseof.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds what somebody probably meant to write. The order is stable: nearest first, then
 * the order of the candidates.
 *
 * @since 0.1.0
 */
public final class Suggestions {

	private static final int MOST = 3;

	private Suggestions() {
	}

	/**
	 * Returns a sentence with a leading space to append to a problem, or nothing.
	 * @param written what was written
	 * @param candidates what would have been right
	 * @return the sentence, or an empty text if nothing is near
	 */
	public static String didYouMean(String written, Collection<String> candidates) {
		return didYouMean(nearest(written, candidates));
	}

	static String didYouMean(List<String> nearest) {
		return nearest.isEmpty() ? "" : " Did you mean %s?".formatted(alternatives(nearest));
	}

	static List<String> nearest(String written, Collection<String> candidates) {
		return candidates.stream()
			.distinct()
			.filter((candidate) -> distance(written, candidate) <= tolerance(written))
			.sorted(Comparator.comparingInt((candidate) -> distance(written, candidate)))
			.limit(MOST)
			.toList();
	}

	/**
	 * Quotes and joins names: "a", "b" or "c".
	 */
	static String alternatives(List<String> names) {
		List<String> quoted = names.stream().map((name) -> '"' + name + '"').toList();
		int last = quoted.size() - 1;
		return (last < 1) ? String.join("", quoted)
				: quoted.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + quoted.get(last);
	}

	private static int tolerance(String written) {
		return Math.max(1, Math.min(3, written.length() / 3));
	}

	private static int distance(String written, String candidate) {
		String left = written.toLowerCase(Locale.ROOT);
		String right = candidate.toLowerCase(Locale.ROOT);
		return distances(left, right)[left.length()][right.length()];
	}

	/**
	 * The distances of all beginnings of two words: letters that are missing, too much,
	 * wrong, or swapped with the next one.
	 */
	private static int[][] distances(String left, String right) {
		int[][] distances = new int[left.length() + 1][right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : distance(distances, left, i, right, j);
			}
		}
		return distances;
	}

	private static int distance(int[][] known, String left, int i, String right, int j) {
		char last = left.charAt(i - 1);
		char otherLast = right.charAt(j - 1);
		int wrong = known[i - 1][j - 1] + ((last == otherLast) ? 0 : 1);
		int missing = Math.min(known[i - 1][j], known[i][j - 1]) + 1;
		boolean swapped = i > 1 && j > 1 && last == right.charAt(j - 2) && left.charAt(i - 2) == otherLast;
		return Math.min(Math.min(wrong, missing), swapped ? known[i - 2][j - 2] + 1 : Integer.MAX_VALUE);
	}

}
