package io.inverseof.it.saving.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random programs that build, change and save graphs. After each save the rows are what a
 * model of it says, and when all is saved, a fresh look at the database shows what is in
 * memory.
 * <p>
 * {@code -Dinverseof.saving.programs=100000} runs more of them,
 * {@code -Dinverseof.saving.seed=42} begins with another seed.
 */
class SavingProgramsIntegrationTests {

	private static final int PROGRAMS = Integer.getInteger("inverseof.saving.programs", 200);

	private static final long FIRST_SEED = Long.getLong("inverseof.saving.seed", 1);

	private static Application application;

	@BeforeAll
	static void start() {
		application = Application.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void keepMemoryAndDatabaseInAgreement() {
		for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
			List<Step> program = new Generator(seed).generate();
			if (run(program) != null) {
				List<Step> smallest = smallest(program);
				String text = smallest.stream().map(Step::toString).collect(Collectors.joining("\n"));
				throw new AssertionError("Seed %d%n%s".formatted(seed, text), run(smallest));
			}
		}
	}

	/**
	 * @return what went wrong, or {@code null}
	 */
	private static @Nullable Throwable run(List<Step> program) {
		application.empty();
		World world = new World(application);
		Model model = new Model();
		try {
			program.forEach((step) -> step.perform(world, model));
			saveAll(world, model);
			return null;
		}
		catch (RuntimeException | AssertionError ex) {
			return ex;
		}
	}

	private static void saveAll(World world, Model model) {
		List<String> all = model.things().stream().map((thing) -> thing.name).toList();
		new Step.Save(all).perform(world, model);
		assertThat(model.things()).allSatisfy((thing) -> assertThat(thing.refs()).allMatch(Ref::isSettled));
		world.verifyReread();
	}

	/**
	 * Leaves out steps as long as the program still fails.
	 */
	private static List<Step> smallest(List<Step> program) {
		for (int i = program.size() - 1; i >= 0; i--) {
			List<Step> smaller = new ArrayList<>(program);
			smaller.remove(i);
			if (run(smaller) != null) {
				return smallest(smaller);
			}
		}
		return program;
	}

}
