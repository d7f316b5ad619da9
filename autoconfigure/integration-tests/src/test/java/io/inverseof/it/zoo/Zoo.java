package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.inverseof.it.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * A running application with a database of its own, on which scenarios are played and
 * recorded.
 */
final class Zoo implements AutoCloseable {

	private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\S+)");

	private static final Pattern IDENTITY = Pattern.compile("CREATE TABLE (\\S+) \\(\\s*(\\S+) \\$\\{identity}");

	private static final Pattern SEQUENCE = Pattern.compile("CREATE SEQUENCE ([^\\s;]+)");

	private final Recording recording = new Recording();

	private final HikariDataSource dataSource;

	private final ConfigurableApplicationContext context;

	private final List<String> startUp;

	private Zoo(HikariDataSource dataSource, Host host, Layer layer) {
		this.dataSource = dataSource;
		this.recording.start();
		this.context = start(host, layer);
		this.startUp = this.recording.stop();
	}

	static Zoo open(Database database, Host host, Layer layer, List<Exhibit> exhibits) {
		TestDatabase fresh = database.fresh();
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(fresh.url());
		dataSource.setUsername(fresh.username());
		dataSource.setPassword(fresh.password());
		dataSource.setMaximumPoolSize(4);
		dataSource.setMinimumIdle(1);
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		exhibits.stream()
			.map(Exhibit::schema)
			.map(database::translate)
			.flatMap((schema) -> Arrays.stream(schema.split(";\\s*")))
			.forEach(jdbc::execute);
		return new Zoo(dataSource, host, layer);
	}

	private ConfigurableApplicationContext start(Host host, Layer layer) {
		DataSource recorded = RecordingListener.record(this.dataSource, this.recording);
		SpringApplication application = new SpringApplicationBuilder(host.configuration()).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("zoo.table=from_property", "spring.flyway.enabled=false")
			.initializers((context) -> register((GenericApplicationContext) context, recorded))
			.build();
		return application.run(layer.properties());
	}

	private void register(GenericApplicationContext context, DataSource recorded) {
		context.registerBean(DataSource.class, () -> recorded);
		context.registerBean(Recording.class, () -> this.recording);
	}

	<T> T get(Class<T> bean) {
		return this.context.getBean(bean);
	}

	/**
	 * Return what was recorded while the application started.
	 */
	List<String> startUp() {
		return this.startUp;
	}

	/**
	 * Play a scenario on empty tables. If a repository fails in it, as it has to, then
	 * the transaction around it ends with an {@link UnexpectedRollbackException}.
	 */
	Played play(Exhibit exhibit, Scenario scenario) {
		empty(exhibit.schema());
		Visit visit = new Visit(this.context, this.recording);
		this.recording.start();
		try {
			if (scenario.inTransaction()) {
				visit.transaction().executeWithoutResult((status) -> scenario.steps().accept(visit));
			}
			else {
				scenario.steps().accept(visit);
			}
			return new Played(this.recording.stop(), null);
		}
		catch (UnexpectedRollbackException ex) {
			this.recording.failure(ex);
			return new Played(this.recording.stop(), null);
		}
		catch (RuntimeException | Error ex) {
			this.recording.failure(ex);
			return new Played(this.recording.stop(), ex);
		}
	}

	private void empty(String schema) {
		List<String> statements = new ArrayList<>();
		TABLE.matcher(schema).results().forEach((table) -> statements.add("DELETE FROM " + table.group(1)));
		IDENTITY.matcher(schema).results().map(Zoo::restart).forEach(statements::add);
		SEQUENCE.matcher(schema)
			.results()
			.forEach((sequence) -> statements.add("ALTER SEQUENCE " + sequence.group(1) + " RESTART WITH 1"));
		new JdbcTemplate(this.dataSource).batchUpdate(statements.toArray(String[]::new));
	}

	private static String restart(MatchResult table) {
		return "ALTER TABLE " + table.group(1) + " ALTER COLUMN " + table.group(2) + " RESTART WITH 1";
	}

	@Override
	public void close() {
		this.context.close();
		this.dataSource.close();
	}

	/**
	 * A scenario that was played.
	 *
	 * @param recorded what was recorded
	 * @param end an exception that the scenario didn't expect
	 */
	record Played(List<String> recorded, @Nullable Throwable end) {

	}

}
