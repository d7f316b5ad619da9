package io.inverseof.demo.comparison;

import java.util.List;

import io.inverseof.demo.comparison.QueryCounts.Count;
import io.inverseof.demo.comparison.QueryMeters.Moves;
import io.inverseof.demo.comparison.StatementLog.Recording;

/**
 * One request, as it is and in naive mode.
 *
 * @param request its name
 * @param response what it answered
 * @param statements the SQL it sent
 * @param avoided the SQL it did not send, as the meters of inverseof have it
 * @param speculative the SQL it sent that naive mode does not send, as the meters have it
 * @param naive what the same request costs in naive mode
 */
record Comparison(String request, Object response, List<String> statements, List<Count> avoided,
		List<Count> speculative, Naive naive) {

	static Comparison of(String request, Recording<?> recording, Moves moves, Recording<?> naive) {
		return new Comparison(request, recording.result(), recording.statements(), moves.avoided(), moves.speculative(),
				Naive.of(naive, recording.result().equals(naive.result())));
	}

	/**
	 * The request in naive mode.
	 *
	 * @param statements how many statements it sent
	 * @param first the first of them
	 * @param sameResponse whether it answered the same
	 */
	record Naive(int statements, List<String> first, boolean sameResponse) {

		private static final int SHOWN = 5;

		static Naive of(Recording<?> recording, boolean sameResponse) {
			List<String> statements = recording.statements();
			return new Naive(statements.size(), statements.stream().limit(SHOWN).toList(), sameResponse);
		}

	}

}
