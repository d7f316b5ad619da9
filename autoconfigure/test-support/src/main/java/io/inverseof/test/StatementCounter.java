package io.inverseof.test;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.assertj.core.api.AssertProvider;

import org.springframework.util.Assert;

/**
 * Counts the statements that reach the databases of a test; a bean of tests with
 * {@link AutoConfigureStatementCounting @AutoConfigureStatementCounting}.
 *
 * <pre>{@code
 * assertThat(counter).during(() -> authors.findAll()).selects(1);   // AssertJ's own assertThat will do
 * StatementCounts counts = counter.countDuring(() -> authors.findAll());
 * }</pre>
 *
 * All threads are counted, because the work of a test is often done by others: by
 * {@code @Async} methods, or by the threads of a web server. So tests that run at the
 * same time on one application context see each other's statements. A statement counts
 * when it is sent, also if it then fails; a JDBC batch of one statement with many rows
 * counts as one. Statements that Spring sends while it builds the application context do
 * not count, unless the work begins by then. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StatementCounter implements AssertProvider<StatementCounterAssert> {

	private final List<Queue<String>> recordings = new CopyOnWriteArrayList<>();

	private final QueryExecutionListener listener = new Recorder();

	StatementCounter() {
	}

	/**
	 * Counts the statements that are sent while some work runs.
	 * @param work the work
	 * @return the statements
	 */
	public StatementCounts countDuring(Runnable work) {
		Assert.notNull(work, "'work' must not be null");
		Queue<String> recording = new Recording();
		this.recordings.add(recording);
		try {
			work.run();
		}
		finally {
			this.recordings.remove(recording);
		}
		return StatementCounts.of(recording);
	}

	QueryExecutionListener listener() {
		return this.listener;
	}

	/**
	 * Lets {@code org.assertj.core.api.Assertions.assertThat(counter)} return a
	 * {@link StatementCounterAssert}.
	 * @return assertions about this counter
	 */
	@Override
	public StatementCounterAssert assertThat() {
		return new StatementCounterAssert(this);
	}

	/**
	 * The statements of one piece of work. Equal to itself only.
	 */
	private static final class Recording extends ConcurrentLinkedQueue<String> {

	}

	/**
	 * Passes statements on to all recordings, but not those that a statement sends to
	 * another data source behind this one.
	 */
	private final class Recorder implements QueryExecutionListener {

		private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			int depth = this.depth.get();
			this.depth.set(depth + 1);
			if (depth == 0) {
				queries.forEach(this::record);
			}
		}

		private void record(QueryInfo query) {
			StatementCounter.this.recordings.forEach((recording) -> recording.add(query.getQuery()));
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			int depth = this.depth.get() - 1;
			if (depth > 0) {
				this.depth.set(depth);
			}
			else {
				this.depth.remove();
			}
		}

	}

}
