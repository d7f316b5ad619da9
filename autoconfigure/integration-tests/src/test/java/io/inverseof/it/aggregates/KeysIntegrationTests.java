package io.inverseof.it.aggregates;

import java.util.List;
import java.util.UUID;

import io.inverseof.it.aggregates.Keys.BinaryRepository;
import io.inverseof.it.aggregates.Keys.CompositeRepository;
import io.inverseof.it.aggregates.Keys.DecimalRepository;
import io.inverseof.it.aggregates.Keys.DocumentRepository;
import io.inverseof.it.aggregates.Keys.PaddedRepository;
import io.inverseof.it.aggregates.Keys.SmallRepository;
import io.inverseof.it.aggregates.Keys.SpeltRepository;
import io.inverseof.it.aggregates.Keys.UniqueRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.ListCrudRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that are read from two columns, and compared by the database and by the starter.
 */
class KeysIntegrationTests {

	@Nested
	class OnH2 extends EachDatabase {

		OnH2() {
			super(Database.H2);
		}

	}

	@Nested
	class OnPostgres extends EachDatabase {

		OnPostgres() {
			super(Database.POSTGRES);
		}

	}

	@Nested
	class OnMariaDb extends EachDatabase {

		OnMariaDb() {
			super(Database.MARIADB);
		}

	}

	abstract static class EachDatabase extends TwoApplications {

		EachDatabase(Database database) {
			super(database, Keys.SCHEMA, Keys.class);
		}

		@BeforeEach
		void empty() {
			this.jdbc.batchUpdate("delete from spelt", "delete from spelt_item");
		}

		@Test
		void paddedTexts() {
			this.jdbc.batchUpdate("insert into padded values ('A', 'a'), ('AB', 'ab'), ('ABC', 'abc')",
					"insert into padded_item values ('A', 'one'), ('A', 'two'), ('AB', null)");
			compare(PaddedRepository.class, 2);
		}

		@Test
		void textsThatAreEqualWithoutTheirCaseAreReadOneByOne() {
			if (this.database == Database.MARIADB) {
				return;
			}
			this.jdbc.batchUpdate("insert into spelt values ('a', 'small'), ('A', 'large'), ('b', 'other')",
					"insert into spelt_item values ('a', 'one'), ('A', 'two'), ('b', 'three')");
			compare(SpeltRepository.class, 4);
		}

		@Test
		void texts() {
			this.jdbc.batchUpdate("insert into spelt values ('a', 'small'), ('b', 'other'), ('c', 'empty')",
					"insert into spelt_item values ('a', 'one'), ('a', 'two'), ('b', 'three')");
			compare(SpeltRepository.class, 2);
		}

		/**
		 * MariaDB takes the two spellings for equal, the others do not.
		 */
		@Test
		void textsInOtherSpellings() {
			this.jdbc.batchUpdate("insert into spelt values ('a', 'small'), ('b', 'other')",
					"insert into spelt_item values ('A', 'one'), ('a', 'two'), ('b ', 'three')");
			compare(SpeltRepository.class, 2);
		}

		@Test
		void uuids() {
			UUID one = UUID.randomUUID();
			UUID two = UUID.randomUUID();
			this.jdbc.batchUpdate("insert into unique_one values ('%s', 'one'), ('%s', 'two')".formatted(one, two),
					"insert into unique_item values ('%s', 1, 'b'), ('%s', 0, 'a'), ('%s', 0, null)".formatted(one, one,
							two));
			compare(UniqueRepository.class, 2);
		}

		@Test
		void bytes() {
			String literal = (this.database == Database.POSTGRES) ? "'\\x%s'" : "x'%s'";
			this.jdbc.batchUpdate(
					("insert into binary_one values (" + literal + ", 'one'), (" + literal + ", 'two')")
						.formatted("0102", "0103"),
					("insert into binary_item values (" + literal + ", 'a'), (" + literal + ", 'b')").formatted("0102",
							"0102"));
			compare(BinaryRepository.class, 2);
		}

		@Test
		void numbersOfOtherWidths() {
			this.jdbc.batchUpdate("insert into small values (1, 'one'), (2, 'two'), (3, 'three')",
					"insert into small_item values (1, 0, 'a'), (1, 5, 'b'), (3, 2, null)");
			compare(SmallRepository.class, 2);
		}

		@Test
		void decimalsOfOtherScales() {
			this.jdbc.batchUpdate("insert into decimal_one values (1, 'one'), (2.5, 'two')",
					"insert into decimal_item values (1, 'a'), (2.5, 'b'), (2.5, 'c')");
			compare(DecimalRepository.class, 2);
		}

		@Test
		void severalColumnsAndElementsWithoutIds() {
			this.jdbc.batchUpdate("insert into composite values ('x', 1, 'x1'), ('x', 2, 'x2'), ('y', 1, 'y1')",
					"insert into composite_item values ('x', 1, 'k', 'a'), ('x', 1, 'l', 'b'), ('y', 1, 'k', null)",
					"insert into composite_note values ('x', 1, 'k', 1, 'second'), ('x', 1, 'k', 0, 'first'), "
							+ "('y', 1, 'k', 0, 'other')");
			compare(CompositeRepository.class, 3);
		}

		@Test
		void largeObjects() {
			String bytes = (this.database == Database.POSTGRES) ? "'\\x0a0b'" : "x'0a0b'";
			this.jdbc.batchUpdate("insert into document(body, picture) values ('text', %s), ('', null), (null, null)"
				.formatted(bytes), "insert into page select id, 0, 'page', %s from document".formatted(bytes));
			compare(DocumentRepository.class, 2);
		}

		private void compare(Class<? extends ListCrudRepository<?, ?>> repository, int selects) {
			List<?> expected = this.stock.get(repository).findAll();
			assertThat(expected).hasSizeGreaterThan(1);
			Sent sent = this.starter.sent();
			sent.clear();
			List<String> statements = this.starter
				.statements(() -> assertThat(Picture.of(this.starter.get(repository).findAll()))
					.isEqualTo(Picture.of(expected)))
				.statements();
			assertThat(statements).hasSize(selects);
			int naive = this.stock.statements(() -> this.stock.get(repository).findAll()).selects();
			assertThat(naive - selects).isEqualTo(sent.avoided.size() - sent.speculative.size());
		}

	}

}
