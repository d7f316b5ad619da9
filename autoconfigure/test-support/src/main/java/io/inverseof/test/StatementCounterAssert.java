package io.inverseof.test;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.springframework.util.ReflectionUtils;

/**
 * Assertions about the statements that some work sends.
 *
 * @since 0.1.0
 */
public final class StatementCounterAssert extends AbstractAssert<StatementCounterAssert, StatementCounter> {

	StatementCounterAssert(StatementCounter actual) {
		super(actual, StatementCounterAssert.class);
	}

	/**
	 * Starts an assertion. AssertJ's own {@code assertThat} does the same.
	 * @param actual the counter
	 * @return assertions about the counter
	 */
	public static StatementCounterAssert assertThat(StatementCounter actual) {
		return new StatementCounterAssert(actual);
	}

	/**
	 * Runs some work once and counts its statements. What it throws is thrown here, a
	 * checked exception wrapped.
	 * @param work the work
	 * @return assertions about the statements
	 */
	public StatementCountsAssert during(ThrowingCallable work) {
		isNotNull();
		return new StatementCountsAssert(this.actual.countDuring(() -> call(work))).as(descriptionText());
	}

	private static void call(ThrowingCallable work) {
		try {
			work.call();
		}
		catch (Throwable ex) {
			ReflectionUtils.rethrowRuntimeException(ex);
		}
	}

}
