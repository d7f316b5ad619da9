package io.inverseof.it.zoo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.jdbc.InverseMappingContext;
import org.junit.jupiter.api.DynamicNode;

import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Plays all scenarios on two applications that differ in one thing: one has stock Spring
 * Data JDBC, the other the starter. Everything that can be observed has to be the same:
 * results down to their last field, which objects are the same, statements with their
 * parameters, transactions and connections, events, callbacks and exceptions, all in the
 * same order.
 */
abstract class ZooComparison {

	private static final List<Exhibit> EXHIBITS = List.of(new ValueExhibit(), new EmbeddedExhibit(),
			new AggregateExhibit(), new ConstructionExhibit(), new IdExhibit(), new VersionExhibit(),
			new AuditingExhibit(), new LifecycleExhibit(), new WriteControlExhibit(), new ReferenceExhibit(),
			new DerivedQueryExhibit(), new StringQueryExhibit(), new ExampleExhibit(), new ProjectionExhibit(),
			new TemplateExhibit(), new TransactionExhibit(), new SingleQueryExhibit());

	private final Database database;

	ZooComparison(Database database) {
		this.database = database;
	}

	/**
	 * Compare two applications that were just started, for the first of everything leaves
	 * traces in statements.
	 */
	Stream<DynamicNode> compare(Host host, Layer layer) {
		List<Exhibit> exhibits = EXHIBITS.stream().filter(host::shows).toList();
		Zoo stock = Zoo.open(this.database, host, Layer.STOCK, exhibits);
		Zoo compared = Zoo.open(this.database, host, layer, exhibits);
		assertThat(stock.get(JdbcMappingContext.class)).isNotInstanceOf(InverseMappingContext.class);
		assertThat(compared.get(JdbcMappingContext.class)).isInstanceOf(InverseMappingContext.class);
		Stream<DynamicNode> comparisons = exhibits.stream()
			.map((exhibit) -> dynamicContainer(exhibit.getClass().getSimpleName(),
					exhibit.scenarios()
						.stream()
						.flatMap((scenario) -> compare(host, exhibit, scenario, stock, compared))));
		return Stream
			.concat(Stream.of(dynamicTest("starts", () -> compare("starts", stock.startUp(), compared.startUp()))),
					comparisons)
			.onClose(stock::close)
			.onClose(compared::close);
	}

	private static Stream<DynamicNode> compare(Host host, Exhibit exhibit, Scenario scenario, Zoo stock, Zoo compared) {
		return Arrays.stream(scenario.modes()).map((mode) -> {
			String name = "%s, %s".formatted(scenario.name(), mode);
			return dynamicTest(name, () -> {
				Zoo.Played expected = stock.play(exhibit, scenario, mode);
				if (expected.end() != null && host.isComplete()) {
					throw new IllegalStateException("'%s' does not work without the starter".formatted(name),
							expected.end());
				}
				compare(name, expected.recorded(), compared.play(exhibit, scenario, mode).recorded());
			});
		});
	}

	/**
	 * Compare line by line, for a failure that shows the first difference can be read.
	 */
	private static void compare(String scenario, List<String> stock, List<String> compared) {
		assertThat(stock).as("'%s' without the starter", scenario).anyMatch((line) -> line.startsWith("jdbc "));
		for (int i = 0; i < Math.min(stock.size(), compared.size()); i++) {
			assertThat(compared.get(i)).as("'%s' with the starter, line %d", scenario, i).isEqualTo(stock.get(i));
		}
		assertThat(compared).as("'%s' with the starter", scenario).hasSameSizeAs(stock);
	}

}
