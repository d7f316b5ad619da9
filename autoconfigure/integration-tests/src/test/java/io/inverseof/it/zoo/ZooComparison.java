package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.inverseof.jdbc.InverseMappingContext;
import org.junit.jupiter.api.DynamicNode;

import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.PersistentEntity;

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
			new TemplateExhibit(), new TransactionExhibit(), new SingleQueryExhibit(), new JsonExhibit());

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
		List<DynamicNode> nodes = new ArrayList<>();
		nodes.add(dynamicTest("starts", () -> compare("starts", layer, stock.startUp(), compared.startUp())));
		for (Exhibit exhibit : exhibits) {
			nodes.add(dynamicContainer(exhibit.getClass().getSimpleName(),
					exhibit.scenarios()
						.stream()
						.map((scenario) -> dynamicTest(scenario.name(),
								() -> compare(host, layer, exhibit, scenario, stock, compared)))));
		}
		nodes.add(dynamicTest("maps the same classes",
				() -> assertThat(mappedClasses(compared)).isEqualTo(mappedClasses(stock))));
		return nodes.stream().onClose(stock::close).onClose(compared::close);
	}

	private static Set<String> mappedClasses(Zoo zoo) {
		return zoo.get(JdbcMappingContext.class)
			.getPersistentEntities()
			.stream()
			.map(PersistentEntity::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void compare(Host host, Layer layer, Exhibit exhibit, Scenario scenario, Zoo stock, Zoo compared) {
		Zoo.Played expected = stock.play(exhibit, scenario);
		if (expected.end() != null && host.isComplete()) {
			throw new IllegalStateException("'%s' does not work without the starter".formatted(scenario.name()),
					expected.end());
		}
		compare(scenario.name(), layer, expected.recorded(), compared.play(exhibit, scenario).recorded());
	}

	private static void compare(String scenario, Layer layer, List<String> stock, List<String> compared) {
		assertThat(stock).as("'%s' without the starter", scenario).anyMatch((line) -> line.startsWith("jdbc "));
		assertThat(queries(compared)).as("queries of '%s' with the starter", scenario)
			.hasSizeLessThanOrEqualTo(queries(stock).size());
		compare(scenario, layer.comparable(stock), layer.comparable(compared));
	}

	private static List<String> queries(List<String> recorded) {
		return recorded.stream().filter((line) -> line.startsWith("jdbc execute")).toList();
	}

	/**
	 * Compare line by line, for a failure that shows the first difference can be read.
	 */
	private static void compare(String scenario, List<String> stock, List<String> compared) {
		for (int i = 0; i < Math.min(stock.size(), compared.size()); i++) {
			assertThat(compared.get(i)).as("'%s' with the starter, line %d", scenario, i).isEqualTo(stock.get(i));
		}
		assertThat(compared).as("'%s' with the starter", scenario).hasSameSizeAs(stock);
	}

}
