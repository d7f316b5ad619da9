package io.inverseof.test;

import javax.sql.DataSource;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

import static io.inverseof.test.AssociationAssert.assertThat;
import static io.inverseof.test.StatementCounterAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for
 * {@link AutoConfigureStatementCounting @AutoConfigureStatementCounting}.
 */
class AutoConfigureStatementCountingIntegrationTests {

	@Nested
	@DataJdbcTest
	@AutoConfigureStatementCounting
	class InDataJdbcTest {

		@Autowired
		private StatementCounter statements;

		@Autowired
		private Authors authors;

		@Autowired
		private DataSource dataSource;

		@Test
		void countsOnTheDatabaseThatReplacesTheConfiguredOne() {
			assertThat(this.dataSource).isInstanceOf(EmbeddedDatabase.class);
			assertThat(this.statements).during(() -> this.authors.findAll()).selects(1).total(1);
		}

		@Test
		void sharesTheTransactionOfTheTest() {
			assertThat(this.statements).during(() -> this.authors.save(new Author().named("Jim"))).inserts(1);
			assertThat(this.authors.findAll()).hasSize(3);
		}

	}

	@Nested
	@SpringBootTest
	@AutoConfigureStatementCounting
	class InSpringBootTest {

		@Autowired
		private StatementCounter statements;

		@Autowired
		private Authors authors;

		@Test
		void counts() {
			assertThat(this.statements).during(() -> {
				Author author = this.authors.findById(1L).orElseThrow();
				assertThat(author.posts()).hasSize(2).sharesInverse();
			}).selects(2).total(2);
		}

	}

	@Nested
	@DataJdbcTest
	class Without {

		@Autowired
		private ObjectProvider<StatementCounter> statements;

		@Test
		void countsNothing() {
			assertThat(this.statements.stream()).isEmpty();
		}

	}

}
