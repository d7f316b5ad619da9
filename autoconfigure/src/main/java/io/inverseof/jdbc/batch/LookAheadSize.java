package io.inverseof.jdbc.batch;

/**
 * How many rows are read at once.
 *
 * @since 0.1.0
 */
public final class LookAheadSize {

	private final int most;

	private final boolean streaming;

	private int next;

	private LookAheadSize(int most, boolean streaming) {
		this.most = most;
		this.streaming = streaming;
		this.next = streaming ? 1 : most;
	}

	/**
	 * For a query whose rows are all read.
	 * @param most the most rows
	 * @return always the same size
	 */
	public static LookAheadSize of(int most) {
		return new LookAheadSize(most, false);
	}

	/**
	 * For a stream, which may be closed at any row: one row first, then twice as many
	 * each time.
	 * @param most the most rows
	 * @return a size that grows
	 */
	public static LookAheadSize ofStream(int most) {
		return new LookAheadSize(most, true);
	}

	/**
	 * Whether rows are given up one by one, so that holding large ones would change what
	 * an application needs of memory.
	 */
	boolean isStreaming() {
		return this.streaming;
	}

	int next() {
		int size = this.next;
		this.next = (int) Math.min(this.most, size * 2L);
		return size;
	}

}
