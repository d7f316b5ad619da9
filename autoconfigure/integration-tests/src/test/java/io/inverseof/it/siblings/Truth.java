package io.inverseof.it.siblings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.UnitOfWork;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a traversal twice, as it is and naively: the results must be the same, and the
 * meters must know what was saved.
 *
 * @param statements counts statements
 * @param unitOfWork switches sharing off
 * @param meters the meters of the application
 */
public record Truth(StatementCounter statements, UnitOfWork unitOfWork, MeterRegistry meters) {

	/**
	 * Compares a traversal with its naive self.
	 * @param sent how many statements it sends
	 * @param naively how many it sends naively
	 * @param traversal returns what it found
	 */
	public void of(int sent, int naively, Supplier<?> traversal) {
		List<Integer> counts = of(traversal);
		assertThat(counts).containsExactly(sent, naively);
	}

	/**
	 * Compares a traversal with its naive self.
	 * @param traversal returns what it found
	 * @return how many statements it sends, and how many it sends naively
	 */
	public List<Integer> of(Supplier<?> traversal) {
		List<Object> found = new ArrayList<>();
		double before = saved();
		int sent = this.statements.countDuring(() -> found.add(traversal.get())).total();
		double saved = saved() - before;
		int naively = this.statements.countDuring(() -> this.unitOfWork.naive().run(() -> found.add(traversal.get())))
			.total();
		assertThat(found.get(0)).isEqualTo(found.get(1));
		assertThat(saved).as("saved, with %s statements instead of %s", sent, naively).isEqualTo(naively - sent);
		return List.of(sent, naively);
	}

	private double saved() {
		return sum("inverseof.queries.avoided") - sum("inverseof.queries.speculative");
	}

	/**
	 * Returns the sum of a meter over all associations.
	 * @param meter its name
	 * @return the sum
	 */
	public double sum(String meter) {
		return this.meters.find(meter).counters().stream().mapToDouble(Counter::count).sum();
	}

}
