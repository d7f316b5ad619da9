package io.inverseof.it.aggregates;

import io.inverseof.it.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An application without the starter and one with it, on the same database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoApplications {

	final Database database;

	final TestDatabase fresh;

	final JdbcTemplate jdbc;

	private final String schema;

	private final Class<?> configuration;

	Application stock;

	Application starter;

	TwoApplications(Database database, String schema, Class<?> configuration) {
		this.database = database;
		this.fresh = database.fresh();
		this.jdbc = new JdbcTemplate(this.fresh.dataSource());
		this.schema = schema;
		this.configuration = configuration;
	}

	@BeforeAll
	void start() {
		Application.create(this.database, this.fresh, this.schema);
		this.stock = Application.stock(this.fresh, this.configuration);
		this.starter = Application.withStarter(this.fresh, this.configuration);
	}

	@AfterAll
	void stop() {
		this.stock.close();
		this.starter.close();
	}

}
