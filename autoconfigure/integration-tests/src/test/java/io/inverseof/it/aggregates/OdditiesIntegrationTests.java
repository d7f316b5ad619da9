package io.inverseof.it.aggregates;

import java.util.List;
import java.util.function.Function;

import io.inverseof.it.aggregates.Oddities.FragileRepository;
import io.inverseof.it.aggregates.Oddities.Made;
import io.inverseof.it.aggregates.Oddities.MismatchedRepository;
import io.inverseof.it.aggregates.Oddities.PlainRepository;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is not certain to be the same is read as by stock Spring Data JDBC, and what fails
 * fails as it does.
 */
class OdditiesIntegrationTests {

	@Nested
	class OnH2 extends EachDatabase {

		OnH2() {
			super(Database.H2);
		}

		/**
		 * The other databases do not compare texts with numbers, or compare them well.
		 */
		@Test
		void rowsThatBelongToNobodyAreReadOneByOne() {
			this.jdbc.batchUpdate("insert into mismatched values ('1', 'one'), ('02', 'two'), ('3', 'three')",
					"insert into loose_item values (1, 'a'), (2, 'b')");
			this.starter.sent().clear();
			compare((application) -> application.get(MismatchedRepository.class).findAll());
			assertThat(this.starter.sent().avoided).isEmpty();
		}

	}

	@Nested
	class OnPostgres extends EachDatabase {

		OnPostgres() {
			super(Database.POSTGRES);
		}

		@Test
		void statementThatFailsFailsAsThatOfStock() {
			this.jdbc.batchUpdate("insert into mismatched values ('1', 'one'), ('02', 'two'), ('3', 'three')",
					"insert into loose_item values (1, 'a'), (2, 'b')");
			ThrowableAssert.ThrowingCallable stock = () -> this.stock.get(MismatchedRepository.class).findAll();
			assertThat(catchThrowable(() -> this.starter.get(MismatchedRepository.class).findAll()))
				.hasSameClassAs(catchThrowable(stock))
				.hasRootCauseInstanceOf(PSQLException.class)
				.hasMessageContaining("FROM \"loose_item\" WHERE \"loose_item\".\"mismatched\" IN (?, ?, ?, ?)");
		}

	}

	@Nested
	class OnMariaDb extends EachDatabase {

		OnMariaDb() {
			super(Database.MARIADB);
		}

		@Test
		void rowsThatBelongToNobodyAreReadOneByOne() {
			this.jdbc.batchUpdate("insert into mismatched values ('1', 'one'), ('02', 'two'), ('3', 'three')",
					"insert into loose_item values (1, 'a'), (2, 'b')");
			compare((application) -> application.get(MismatchedRepository.class).findAll());
		}

	}

	abstract static class EachDatabase extends TwoApplications {

		EachDatabase(Database database) {
			super(database, Oddities.SCHEMA, Oddities.class);
		}

		@BeforeEach
		void empty() {
			this.jdbc.batchUpdate("delete from mismatched", "delete from loose_item", "delete from fragile",
					"delete from piece", "delete from plain");
		}

		@Test
		void rowMapperReadsOn() {
			this.jdbc.batchUpdate("insert into fragile(name) values ('a'), ('b'), ('c')",
					"insert into piece select id, '7' from fragile");
			compare((application) -> application.get(FragileRepository.class).findWordily());
		}

		@Test
		void elementThatCannotBeMadeFailsAtItsAggregate() {
			this.jdbc.batchUpdate("insert into fragile(name) values ('a'), ('b'), ('c')",
					"insert into piece select id, case name when 'b' then 'heavy' else '1' end from fragile");
			Throwable expected = catchThrowable(() -> this.stock.get(FragileRepository.class).findWordily());
			assertThat(catchThrowable(() -> this.starter.get(FragileRepository.class).findWordily()))
				.hasSameClassAs(expected)
				.hasMessage(expected.getMessage());
		}

		@Test
		void callbacksSeeAggregatesInTheirOrder() {
			this.jdbc.batchUpdate("insert into fragile(name) values ('a'), ('b'), ('c')",
					"insert into piece select id, '7' from fragile");
			compare((application) -> {
				Made made = application.get(Made.class);
				made.names.clear();
				application.get(FragileRepository.class).findAll();
				return List.copyOf(made.names);
			});
		}

		@Test
		void aggregatesWithoutCollectionsAreReadAsEver() {
			this.jdbc.update("insert into plain(name) values ('a'), ('b')");
			Function<Application, List<String>> statements = (application) -> application
				.statements(() -> application.get(PlainRepository.class).findAll())
				.statements();
			assertThat(statements.apply(this.starter)).isEqualTo(statements.apply(this.stock));
		}

		@Test
		void emptyTablesNeedOneStatement() {
			assertThat(this.starter.statements(() -> this.starter.get(FragileRepository.class).findAll()).selects())
				.isEqualTo(1);
		}

		void compare(Function<Application, List<?>> finder) {
			List<?> expected = finder.apply(this.stock);
			assertThat(expected).isNotEmpty();
			Sent sent = this.starter.sent();
			sent.clear();
			int selects = this.starter
				.statements(() -> assertThat(Picture.of(finder.apply(this.starter))).isEqualTo(Picture.of(expected)))
				.selects();
			int naive = this.stock.statements(() -> finder.apply(this.stock)).selects();
			assertThat(naive - selects).isEqualTo(sent.avoided.size() - sent.speculative.size());
		}

	}

}
