package io.inverseof.it.reading.spelling;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.it.support.PostgresServer;
import io.inverseof.it.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Quoted names that differ from the database in their case stop the start, with the right
 * spelling.
 */
class SpellingIntegrationTests {

	private static final String AUTHORS = "create table authors(id bigint primary key, \"Full_Name\" varchar(50))";

	private static final String POST = "create table post(id bigint primary key, title varchar(50), author_id bigint)";

	@Test
	void namesTheRightSpellingsOfTheTableAndTheColumnsOnH2() {
		TestDatabase database = h2("upper");
		new JdbcTemplate(database.dataSource()).batchUpdate(AUTHORS, POST);
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> start(database).close())
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(table("AUTHORS"),
					column("title", "Title", "TITLE", "POST"), column("author", "Author_Id", "AUTHOR_ID", "POST")));
	}

	@Test
	void namesTheRightSpellingsOfTheTableAndTheColumnsOnPostgres() {
		TestDatabase database = PostgresServer.freshDatabase();
		new JdbcTemplate(database.dataSource()).batchUpdate(AUTHORS, POST);
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> start(database).close())
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(table("authors"),
					column("title", "Title", "title", "post"), column("author", "Author_Id", "author_id", "post")));
	}

	private static String table(String found) {
		return "Author is mapped to the table \"Authors\", which does not exist, but there is \"%s\". The value of @Table "
			.formatted(found)
				+ "is quoted and therefore case-sensitive: write @Table(\"%s\"), or leave the value out and let the "
					.formatted(found)
				+ "naming strategy find the name in the case of the database.";
	}

	private static String column(String property, String mapped, String found, String table) {
		return ("Post.%s is mapped to the column \"%s\" of \"%s\", which does not exist, but there is \"%s\". The value of "
				+ "@Column is quoted and therefore case-sensitive: write @Column(\"%s\").")
			.formatted(property, mapped, table, found, found);
	}

	@Test
	void namesOfTheRightCaseStart() {
		TestDatabase database = h2("right");
		new JdbcTemplate(database.dataSource()).batchUpdate(
				"create table \"Authors\"(id bigint primary key, \"Full_Name\" varchar(50))",
				"create table post(id bigint primary key, \"Title\" varchar(50), \"Author_Id\" bigint)");
		try (ConfigurableApplicationContext context = start(database)) {
			assertThat(context.getBean(Misspelt.AuthorRepository.class).findAll()).isEmpty();
		}
	}

	@Test
	void databaseThatIgnoresCaseStarts() {
		TestDatabase database = h2("ignoring;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
		new JdbcTemplate(database.dataSource())
			.batchUpdate("create table authors(id bigint primary key, full_name varchar(50))", POST);
		try (ConfigurableApplicationContext context = start(database)) {
			assertThat(context.getBean(Misspelt.AuthorRepository.class).findAll()).isEmpty();
		}
	}

	@Test
	void databaseWithoutTheTablesStarts() {
		try (ConfigurableApplicationContext context = start(h2("empty"))) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	private static TestDatabase h2(String name) {
		return new TestDatabase("jdbc:h2:mem:spelling-" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
	}

	private static ConfigurableApplicationContext start(TestDatabase database) {
		return new SpringApplicationBuilder(Misspelt.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.username(),
					"spring.datasource.password=" + database.password(), "spring.flyway.enabled=false",
					"spring.main.banner-mode=off")
			.run();
	}

}
