package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.inverseof.BelongsTo;
import io.inverseof.CircularReferenceException;
import io.inverseof.NoInverse;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.jdbc.saving.WriteOrder.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WriteOrder}, {@link Circles} and {@link Circle}.
 */
@SpringBootTest(properties = "spring.datasource.generate-unique-name=true")
class WriteOrderTests {

	private static final int MANY = 10_000;

	@Autowired
	private RuntimeSupplier runtime;

	private final List<Step> deferred = new ArrayList<>();

	@Test
	void whatIsReferredToGoesFirst() {
		Step step = new Step("step");
		step.needed.set(new Step("needed"));
		step.wished.set(new Step("wished"));
		assertThat(waves(List.of(step))).containsExactly(List.of("needed", "wished"), List.of("step"));
		assertThat(this.deferred).isEmpty();
	}

	@Test
	void oneOfACircleGoesFirst() {
		Step step = wishing("a", "b");
		assertThat(waves(List.of(step))).containsExactly(List.of("a"), List.of("b"));
		assertThat(this.deferred).containsExactly(step);
	}

	@Test
	void oneOfEachCircleGoesAtTheSameTime() {
		List<Step> steps = List.of(wishing("a", "b"), wishing("c", "d"), wishing("e", "f"));
		assertThat(waves(steps)).containsExactly(List.of("a", "c", "e"), List.of("b", "d", "f"));
		assertThat(this.deferred).containsExactlyElementsOf(steps);
	}

	@Test
	void whoLacksTheFewestGoesFirst() {
		Step step = wishing("a", "b");
		Step other = step.wished.get();
		step.next.set(other);
		other.needed.set(null);
		other.wished.set(step);
		assertThat(waves(List.of(step))).containsExactly(List.of("b"), List.of("a"));
		assertThat(this.deferred).containsExactly(other);
	}

	@Test
	void whoRefersToItselfGoesAtOnce() {
		Step step = new Step("step");
		step.wished.set(step);
		Step other = new Step("other");
		other.needed.set(step);
		assertThat(waves(List.of(other))).containsExactly(List.of("step"), List.of("other"));
		assertThat(this.deferred).containsExactly(step);
	}

	@Test
	void whoNeedsItselfAndKnowsItsIdGoesAtOnce() {
		Step step = new Step("step");
		step.id = 1L;
		step.needed.set(step);
		assertThat(waves(List.of(step))).containsExactly(List.of("step"));
		assertThat(this.deferred).isEmpty();
	}

	@Test
	void whoOnlyWaitsForACircleWaits() {
		Step waiting = new Step("waiting");
		Step step = wishing("a", "b");
		waiting.wished.set(step);
		assertThat(waves(List.of(waiting))).containsExactly(List.of("a"), List.of("waiting", "b"));
		assertThat(this.deferred).containsExactly(step);
	}

	@Test
	void aCircleThatWaitsForAnotherIsBrokenAfterIt() {
		Step waiting = wishing("c", "d");
		Step step = wishing("a", "b");
		waiting.next.set(step);
		assertThat(waves(List.of(waiting))).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
		assertThat(this.deferred).containsExactly(step, waiting);
	}

	@Test
	void aCircleMayGoOnAfterSomeOfItAreWritten() {
		Step hub = wishing("hub", "a");
		Step other = new Step("b");
		other.needed.set(hub);
		hub.next.set(other);
		other.wished.set(hub.wished.get());
		hub.wished.get().wished.set(other);
		assertThat(waves(List.of(hub))).containsExactly(List.of("hub"), List.of("a"), List.of("b"));
		assertThat(this.deferred).containsExactly(hub, hub, hub.wished.get());
	}

	@Test
	void findsLongCircles() {
		List<Step> steps = IntStream.range(0, MANY).mapToObj(Step::new).toList();
		IntStream.range(0, MANY).forEach((i) -> steps.get(i).wished.set(steps.get((i + 1) % MANY)));
		assertThat(waves(steps.subList(0, 1))).hasSize(MANY);
		assertThat(this.deferred).containsExactly(steps.get(0));
	}

	@Test
	void breaksManyCirclesTogether() {
		List<Step> steps = IntStream.range(0, MANY).mapToObj((i) -> wishing("a" + i, "b" + i)).toList();
		assertThat(waves(steps)).hasSize(2).allMatch((wave) -> wave.size() == MANY);
		assertThat(this.deferred).hasSize(MANY);
	}

	@Test
	void refusesACircleThatNobodyCanLeaveAndNamesNoOther() {
		Step waiting = new Step("waiting");
		Step needed = new Step("needed");
		waiting.next.set(waiting);
		waiting.wished.set(needed);
		needed.needed.set(needed);
		assertThatExceptionOfType(CircularReferenceException.class).isThrownBy(() -> waves(List.of(waiting)))
			.withMessageStartingWith("New objects refer to each other in a circle by Step.needed, and none of these ");
	}

	private static Step wishing(String name, String wished) {
		Step step = new Step(name);
		Step other = new Step(wished);
		step.wished.set(other);
		other.needed.set(step);
		return step;
	}

	private List<List<String>> waves(List<Step> steps) {
		WriteOrder order = new WriteOrder(new AggregateGraph(this.runtime),
				(property) -> !property.name().equals("needed"));
		order.add(steps, (reference) -> reference.holder().assignedTarget());
		List<List<String>> waves = new ArrayList<>();
		while (order.hasNext()) {
			waves.add(order.next().stream().map((node) -> write(node, order)).toList());
		}
		return waves;
	}

	private String write(Node node, WriteOrder order) {
		Step step = (Step) node.entity();
		node.deferred().forEach((edge) -> this.deferred.add(step));
		order.written(node, step);
		return step.name;
	}

	/**
	 * Refers to one that has to be there, and to two others.
	 */
	static class Step {

		@Id
		@Nullable Long id;

		final String name;

		@NoInverse
		final BelongsTo<Step, Long> needed = belongsTo(this);

		@NoInverse
		final BelongsTo<Step, Long> wished = belongsTo(this);

		@NoInverse
		final BelongsTo<Step, Long> next = belongsTo(this);

		Step(Object name) {
			this.name = name.toString();
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
