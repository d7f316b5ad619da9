package io.inverseof.it.truth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.inverseof.Association;
import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.test.StatementCounter;
import io.inverseof.test.StatementCountingAutoConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A running application with a database of its own.
 */
final class Application implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final StatementCounter statements;

	private final Data data;

	private final boolean naive;

	private Application(ConfigurableApplicationContext context, Data data, boolean naive) {
		this.context = context;
		this.data = data;
		this.statements = context.getBean(StatementCounter.class);
		this.naive = naive;
	}

	static Application start(String... properties) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Configuration.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.flyway.enabled=false",
					"spring.datasource.generate-unique-name=true", "logging.level.root=warn")
			.properties(properties)
			.run();
		Data data = new Data(context.getBean(JdbcTemplate.class));
		data.createTables();
		return new Application(context, data, false);
	}

	/**
	 * The same application, with every piece of work done naively.
	 */
	Application naively() {
		return new Application(this.context, this.data, true);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	UnitOfWork unitOfWork() {
		UnitOfWork unitOfWork = bean(UnitOfWork.class);
		return this.naive ? unitOfWork.naive() : unitOfWork;
	}

	PlatformTransactionManager transactionManager() {
		return bean(PlatformTransactionManager.class);
	}

	AssociationModel model() {
		return bean(AssociationModel.class);
	}

	Association association(Object owner, String name) {
		AssociationProperty property = Objects.requireNonNull(model().associationsOf(owner.getClass()).get(name));
		return Objects.requireNonNull(property.holder(owner));
	}

	/**
	 * Preloads, except where each object would load for itself, read or not.
	 */
	void preload(List<?> rows, String path) {
		if (this.context.getEnvironment().getProperty("inverseof.enabled", Boolean.class, true)) {
			bean(AssociationOperations.class).preload(rows, path);
		}
	}

	void save(Object row) {
		bean(JdbcAggregateOperations.class).save(row);
	}

	Data data() {
		return this.data;
	}

	/**
	 * Runs a program over the data of a seed.
	 */
	void run(long seed, Runnable program) {
		this.data.prepare(seed);
		if (this.naive) {
			unitOfWork().run(program);
		}
		else {
			program.run();
		}
	}

	Outcome observe(Supplier<String> step) {
		Map<String, Integer> avoided = counters("inverseof.queries.avoided");
		int executed = total(counters("inverseof.queries.executed"));
		int speculative = total(counters("inverseof.queries.speculative"));
		AtomicReference<String> result = new AtomicReference<>("");
		List<String> sql = this.statements.countDuring(() -> result.set(step.get())).statements();
		return new Outcome(result.get(), sql, difference(counters("inverseof.queries.avoided"), avoided),
				total(counters("inverseof.queries.executed")) - executed,
				total(counters("inverseof.queries.speculative")) - speculative);
	}

	/**
	 * Returns the counters that have moved.
	 */
	Map<String, Integer> counters(String name) {
		Map<String, Integer> values = new TreeMap<>();
		for (Counter counter : bean(MeterRegistry.class).find(name).counters()) {
			String reason = counter.getId().getTag("reason");
			String association = Objects.requireNonNull(counter.getId().getTag("association"));
			values.put((reason != null) ? association + " " + reason : association, (int) counter.count());
		}
		values.values().removeIf((value) -> value == 0);
		return values;
	}

	private static int total(Map<String, Integer> counters) {
		return counters.values().stream().mapToInt(Integer::intValue).sum();
	}

	static Map<String, Integer> difference(Map<String, Integer> after, Map<String, Integer> before) {
		after.replaceAll((key, value) -> value - before.getOrDefault(key, 0));
		after.values().removeIf((value) -> value == 0);
		return after;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableJdbcRepositories(considerNestedRepositories = true)
	@ImportAutoConfiguration(StatementCountingAutoConfiguration.class)
	static class Configuration {

	}

}
