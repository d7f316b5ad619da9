package io.inverseof.it.support;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MariaDbServerTests {

	@Test
	void runsMariaDb() {
		JdbcTemplate jdbc = new JdbcTemplate(MariaDbServer.freshDatabase().dataSource());
		String version = jdbc.queryForObject("SELECT version()", String.class);
		assertThat(version).startsWith("11.4.").contains("MariaDB");
		System.out.println(version);
		assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isOne();
	}

	@Test
	void handsOutEmptyDatabases() {
		createAuthorTable(MariaDbServer.freshDatabase());
		assertThatNoException().isThrownBy(() -> createAuthorTable(MariaDbServer.freshDatabase()));
	}

	private static void createAuthorTable(TestDatabase database) {
		new JdbcTemplate(database.dataSource()).execute("CREATE TABLE author (id BIGINT)");
	}

}
