package io.inverseof.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.inverseof.benchmark.flat.Flat;
import io.inverseof.benchmark.flat.Flats;
import io.inverseof.benchmark.flat.Writer;
import io.inverseof.benchmark.flat.Writers;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads 2,000 rows with eight columns from H2 in memory, on stock Spring Data JDBC and
 * with the starter on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 5, jvmArgs = { "-Xms1g", "-Xmx1g", "-XX:+UseParallelGC" })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

	private static final int ROWS = 2000;

	@Param({ "STOCK", "STARTER" })
	@Nullable Layer layer;

	private @Nullable ConfigurableApplicationContext context;

	private @Nullable Flats flats;

	private @Nullable Writers writers;

	private @Nullable ListCrudRepository<?, Long> articles;

	private @Nullable TransactionTemplate transaction;

	/**
	 * Starts the application.
	 */
	@Setup
	public void start() {
		Layer layer = Objects.requireNonNull(this.layer);
		ConfigurableApplicationContext context = layer.start(ROWS);
		this.context = context;
		this.flats = context.getBean(Flats.class);
		this.writers = context.getBean(Writers.class);
		this.articles = layer.articles(context);
		this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		// The library learns about the belongs-to before anything is measured
		this.articles.findById(1L);
	}

	/**
	 * Closes the application.
	 */
	@TearDown
	public void stop() {
		Objects.requireNonNull(this.context).close();
	}

	/**
	 * The promise: entities without associations, all rows converted at once.
	 * @return the entities
	 */
	@Benchmark
	public List<Flat> flat() {
		return Objects.requireNonNull(this.flats).findAll();
	}

	/**
	 * Entities without associations, row by row.
	 * @return the entities
	 */
	@Benchmark
	public List<Flat> flatDerived() {
		return Objects.requireNonNull(this.flats).findByQuantityGreaterThan(0);
	}

	/**
	 * Targets of a belongs-to, without a unit of work to enter.
	 * @return the entities
	 */
	@Benchmark
	public List<Writer> target() {
		return Objects.requireNonNull(this.writers).findAll();
	}

	/**
	 * Targets of a belongs-to that enter the unit of work of a transaction.
	 * @return the entities
	 */
	@Benchmark
	public @Nullable List<Writer> targetInTransaction() {
		return Objects.requireNonNull(this.transaction)
			.execute((status) -> Objects.requireNonNull(this.writers).findAll());
	}

	/**
	 * Entities with one belongs-to that is not read, against an AggregateReference.
	 * @return the entities
	 */
	@Benchmark
	public List<?> belongsTo() {
		return Objects.requireNonNull(this.articles).findAll();
	}

}
