package io.inverseof.jdbc.inheritance;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides ids among statements, because databases and drivers take only so many
 * parameters.
 */
final class KeyChunks {

	private static final int MOST = 500;

	private KeyChunks() {
	}

	static List<List<Object>> of(List<Object> ids) {
		List<List<Object>> chunks = new ArrayList<>();
		for (int from = 0; from < ids.size(); from += MOST) {
			chunks.add(ids.subList(from, Math.min(ids.size(), from + MOST)));
		}
		return chunks;
	}

}
