package io.inverseof.it.aggregates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.inverseof.it.support.TestDatabase;
import io.inverseof.test.StatementCounter;
import io.inverseof.test.StatementCounts;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A running application, with the starter or without it, on a database that it may share
 * with another one.
 */
final class Application implements AutoCloseable {

	private final TestDatabase database;

	private final ConfigurableApplicationContext context;

	private Application(TestDatabase database, ConfigurableApplicationContext context) {
		this.database = database;
		this.context = context;
	}

	/**
	 * Start an application that has the starter on its class path.
	 */
	static Application withStarter(TestDatabase database, Class<?> domain, String... properties) {
		return start(database, domain, Arrays.asList(properties));
	}

	/**
	 * Start an application that has Spring Data JDBC alone.
	 */
	static Application stock(TestDatabase database, Class<?> domain) {
		List<String> starter = ImportCandidates.load(AutoConfiguration.class, Application.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.inverseof."))
			.toList();
		return start(database, domain, List.of("spring.autoconfigure.exclude=" + String.join(",", starter)));
	}

	private static Application start(TestDatabase database, Class<?> domain, List<String> properties) {
		List<String> all = new ArrayList<>(properties);
		all.add("spring.datasource.url=" + database.url());
		all.add("spring.datasource.username=" + database.username());
		all.add("spring.datasource.password=" + database.password());
		all.add("spring.datasource.hikari.maximum-pool-size=8");
		all.add("spring.datasource.hikari.minimum-idle=0");
		all.add("spring.flyway.enabled=false");
		return new Application(database,
				new SpringApplicationBuilder(domain, Sent.class).web(WebApplicationType.NONE)
					.bannerMode(Banner.Mode.OFF)
					.logStartupInfo(false)
					.run(all.stream().map((property) -> "--" + property).toArray(String[]::new)));
	}

	/**
	 * Create tables, in the SQL of the database.
	 */
	static void create(Database database, TestDatabase on, String schema) {
		JdbcTemplate jdbc = new JdbcTemplate(on.dataSource());
		Arrays.stream(database.translate(schema).split(";\\s*")).forEach(jdbc::execute);
	}

	TestDatabase database() {
		return this.database;
	}

	<T> T get(Class<T> bean) {
		return this.context.getBean(bean);
	}

	TransactionTemplate transaction() {
		return get(TransactionTemplate.class);
	}

	StatementCounts statements(Runnable work) {
		return get(StatementCounter.class).countDuring(work);
	}

	/**
	 * Return what the starter reports.
	 */
	Sent sent() {
		return get(Sent.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
