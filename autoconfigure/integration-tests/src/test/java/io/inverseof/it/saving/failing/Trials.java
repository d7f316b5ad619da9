package io.inverseof.it.saving.failing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tries what does not succeed, verifies that nothing has changed then, and tries again:
 * once after a look at every association, which may load it, and once without.
 *
 * @param dataSource fails
 * @param tables the rows
 * @param memory describes objects
 * @param template reads what was saved
 * @param hygiene verifies that nothing is bound to the thread and no connection is open
 */
record Trials(FailingDataSource dataSource, Tables tables, Memory memory, JdbcAggregateOperations template,
		Runnable hygiene) {

	private static final int MANY = 500;

	/**
	 * Lets one statement after the other fail, until none is left.
	 * @param preparation makes the same objects each time
	 * @return what is different in the end
	 */
	Outcome failing(Supplier<Attempt> preparation) {
		int failures = 0;
		while (fails(failures + 1, preparation)) {
			failures++;
			assertThat(failures).isLessThan(MANY);
		}
		assertThat(failures).isPositive();
		return new Outcome(this.tables.difference());
	}

	private boolean fails(int n, Supplier<Attempt> preparation) {
		return isUndone(true, preparation, (attempt) -> fails(n, attempt))
				&& isUndone(false, preparation, (attempt) -> fails(n, attempt));
	}

	/**
	 * Rolls an attempt back after it has succeeded.
	 * @param transaction rolls back what it runs
	 * @param preparation makes the same objects each time
	 * @return what is different in the end
	 */
	Outcome rolledBack(Consumer<Runnable> transaction, Supplier<Attempt> preparation) {
		for (boolean looking : new boolean[] { true, false }) {
			isUndone(looking, preparation, (attempt) -> {
				transaction.accept(attempt.call());
				return true;
			});
		}
		return new Outcome(this.tables.difference());
	}

	/**
	 * Verifies that there is nothing to be seen of an attempt, and that the next one
	 * works.
	 * @param undone makes the attempt, and tells whether there must be nothing to be seen
	 */
	private boolean isUndone(boolean looking, Supplier<Attempt> preparation, Predicate<Attempt> undone) {
		this.tables.reset();
		Attempt attempt = preparation.get();
		List<Entity> objects = this.memory.reachable(attempt.objects());
		List<String> pending = this.memory.pending(objects);
		List<String> rows = this.tables.content();
		boolean retry = undone.test(attempt);
		this.hygiene.run();
		if (retry) {
			assertThat(this.tables.content()).as("rows").isEqualTo(rows);
			assertThat(this.memory.pending(objects)).as("memory").isEqualTo(pending);
			if (looking) {
				look(objects, this.memory.reachable(preparation.get().objects()));
			}
			attempt.call().run();
			this.hygiene.run();
		}
		verifySaved(attempt.remaining());
		return retry;
	}

	private void look(List<Entity> objects, List<Entity> untouched) {
		assertThat(this.memory.content(rows(objects))).as("associations")
			.isEqualTo(this.memory.content(rows(untouched)));
	}

	private List<Entity> rows(List<Entity> objects) {
		return objects.stream()
			.filter((object) -> object.id() != null && this.template.existsById(object.id(), object.getClass()))
			.toList();
	}

	private boolean fails(int n, Attempt attempt) {
		this.dataSource.failAt(n);
		Throwable thrown = catchThrowable(attempt.call()::run);
		if (!this.dataSource.heal()) {
			assertThat(thrown).as("without a failure").isNull();
			return false;
		}
		assertThat(thrown).as("failure %s", n).hasRootCauseInstanceOf(FailingDataSource.PlannedFailure.class);
		return true;
	}

	/**
	 * Compares all that can be reached with what the database says.
	 */
	void verifySaved(List<? extends Entity> roots) {
		List<Entity> objects = this.memory.reachable(roots);
		List<Entity> rows = new ArrayList<>();
		for (Entity object : objects) {
			assertThat(object.id()).as("id of " + object.label()).isNotNull();
			rows.add(this.template.findById(Objects.requireNonNull(object.id()), object.getClass()));
		}
		assertThat(rows).as("rows of %s", objects).doesNotContainNull();
		assertThat(this.memory.pending(objects)).as("what is left to save").isEqualTo(this.memory.pending(rows));
		assertThat(this.memory.content(objects)).as("memory").isEqualTo(this.memory.content(rows));
	}

	/**
	 * What the last attempt has written.
	 *
	 * @param difference the rows it added and those it removed
	 */
	record Outcome(List<String> difference) {

		void writes(String... difference) {
			assertThat(this.difference).containsExactlyInAnyOrder(difference);
		}

	}

}
