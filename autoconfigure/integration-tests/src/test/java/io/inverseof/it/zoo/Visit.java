package io.inverseof.it.zoo;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a scenario has at hand: the beans of the application, and a way to say what it
 * got.
 */
final class Visit {

	private final ApplicationContext context;

	private final Recording recording;

	Visit(ApplicationContext context, Recording recording) {
		this.context = context;
		this.recording = recording;
	}

	<T> T get(Class<T> bean) {
		return this.context.getBean(bean);
	}

	JdbcAggregateTemplate template() {
		return get(JdbcAggregateTemplate.class);
	}

	JdbcTemplate jdbc() {
		return get(JdbcTemplate.class);
	}

	TransactionTemplate transaction() {
		return new TransactionTemplate(get(PlatformTransactionManager.class));
	}

	/**
	 * Record a result.
	 */
	<T extends @Nullable Object> T saw(T result) {
		this.recording.result(result);
		return result;
	}

	/**
	 * Record an exception that has to be there.
	 */
	void sawFailure(Supplier<? extends @Nullable Object> action) {
		Object result;
		try {
			result = action.get();
		}
		catch (RuntimeException ex) {
			this.recording.failure(ex);
			return;
		}
		throw new AssertionError("Did not fail, but returned " + result);
	}

	void sawFailure(Runnable action) {
		sawFailure(() -> {
			action.run();
			return null;
		});
	}

}
