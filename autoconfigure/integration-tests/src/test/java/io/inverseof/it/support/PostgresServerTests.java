package io.inverseof.it.support;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PostgresServerTests {

	@Test
	void runsPostgres() {
		JdbcTemplate jdbc = new JdbcTemplate(PostgresServer.freshDatabase().dataSource());
		String version = jdbc.queryForObject("SELECT version()", String.class);
		assertThat(version).startsWith("PostgreSQL 18.");
		System.out.println(version);
		assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isOne();
	}

	@Test
	void handsOutEmptyDatabases() {
		createAuthorTable(PostgresServer.freshDatabase());
		assertThatNoException().isThrownBy(() -> createAuthorTable(PostgresServer.freshDatabase()));
	}

	private static void createAuthorTable(TestDatabase database) {
		new JdbcTemplate(database.dataSource()).execute("CREATE TABLE author (id BIGINT)");
	}

}
