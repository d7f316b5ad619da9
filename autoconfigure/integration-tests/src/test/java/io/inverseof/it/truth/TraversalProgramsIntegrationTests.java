package io.inverseof.it.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random programs that traverse associations. Statements sent naively minus statements
 * sent normally are the statements counted as avoided less those counted as speculative,
 * at every step.
 * <p>
 * {@code -Dinverseof.truth.programs=100000} runs more of them,
 * {@code -Dinverseof.truth.seed=42} begins with another seed.
 */
class TraversalProgramsIntegrationTests {

	private static final int PROGRAMS = Integer.getInteger("inverseof.truth.programs", 200);

	private static final long FIRST_SEED = Long.getLong("inverseof.truth.seed", 1);

	/** So many programs run over the same rows. */
	private static final int PROGRAMS_PER_DATA = 20;

	private static Application normal;

	private static Application small;

	private static Application filling;

	private static Application disabled;

	@BeforeAll
	static void start() {
		normal = Application.start();
		small = Application.start("inverseof.unit-of-work.max-entries=2");
		filling = Application.start("inverseof.automatically-invert-plural-associations=true");
		disabled = Application.start("inverseof.enabled=false");
	}

	@AfterAll
	static void stop() {
		List.of(normal, small, filling, disabled).forEach(Application::close);
	}

	@Test
	void countWhatTheySave() {
		verify(normal, normal.naively());
	}

	@Test
	void countWhatTheySaveWithinSmallUnitsOfWork() {
		verify(small, small.naively());
	}

	@Test
	void countWhatTheySaveWhenPluralAssociationsAreFilled() {
		verify(filling, filling.naively());
	}

	@Test
	void doTheSameNaivelyAndDisabled() {
		verify(normal, disabled);
	}

	private void verify(Application application, Application naive) {
		Map<String, Integer> before = application.counters("inverseof.queries.avoided");
		for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
			verify(application, naive, seed);
		}
		assertThat(Application.difference(application.counters("inverseof.queries.avoided"), before))
			.as("programs reach associations that save queries")
			.containsKeys("Post.author inverse", "Post.author cache", "Post.editor cache", "Author.profile inverse",
					"Employee.manager inverse", "Employee.manager cache", "Task.project inverse", "Comment.post cache",
					"Author.posts batch", "Post.author batch", "Author.profile batch", "Project.tasks batch");
	}

	private void verify(Application application, Application naive, long seed) {
		List<Step> program = new ArrayList<>();
		Generator generator = new Generator(application, seed);
		application.run(seed / PROGRAMS_PER_DATA, () -> program.addAll(generator.generate()));
		Run replayed = run(naive, program, seed);
		if (!Comparison.problems(generator.run(), replayed).isEmpty()) {
			explain(application, naive, program, seed);
		}
	}

	private static Run run(Application application, List<Step> program, long seed) {
		Run run = new Run(application);
		application.run(seed / PROGRAMS_PER_DATA, () -> run.execute(program));
		return run;
	}

	private static void explain(Application application, Application naive, List<Step> program, long seed) {
		List<Step> smallest = new Shrinker(
				(smaller) -> !Comparison.problems(run(application, smaller, seed), run(naive, smaller, seed)).isEmpty())
			.shrink(program);
		Run normally = run(application, smallest, seed);
		Run naively = run(naive, smallest, seed);
		StringBuilder text = new StringBuilder();
		print(text, "", smallest, normally, naively);
		throw new AssertionError("Seed %d%n%n%s%n%n%s".formatted(seed,
				String.join(System.lineSeparator(), Comparison.problems(normally, naively)), text));
	}

	private static void print(StringBuilder text, String indent, List<Step> program, Run normally, Run naively) {
		for (Step step : program) {
			text.append(indent).append(step).append('\n');
			if (step instanceof Step.Block block) {
				print(text, indent + "  ", block.steps(), normally, naively);
			}
			else if (normally.outcomes().containsKey(step)) {
				text.append("    normally ").append(normally.outcomes().get(step)).append('\n');
				text.append("    naively  ").append(naively.outcomes().get(step)).append('\n');
			}
		}
	}

}
