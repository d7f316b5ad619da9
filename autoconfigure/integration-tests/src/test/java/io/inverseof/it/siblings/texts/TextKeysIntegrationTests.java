package io.inverseof.it.siblings.texts;

import java.util.List;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.siblings.texts.Texts.Cities;
import io.inverseof.it.siblings.texts.Texts.City;
import io.inverseof.it.siblings.texts.Texts.Countries;
import io.inverseof.it.siblings.texts.Texts.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where texts are the same to the database that are not to Java, everybody gets what a
 * query of their own would have found.
 */
class TextKeysIntegrationTests {

	@Nested
	@OnH2
	class TextsOnTheH2 extends TextKeys {

		TextsOnTheH2() {
			super("varchar(20)", "varchar(20)");
		}

	}

	@Nested
	@OnH2
	class FixedLengthOnTheH2 extends TextKeys {

		FixedLengthOnTheH2() {
			super("char(4)", "char(6)");
		}

	}

	@Nested
	@OnH2
	class IgnoringCaseOnTheH2 extends TextKeys {

		IgnoringCaseOnTheH2() {
			super("varchar_ignorecase(20)", "varchar_ignorecase(20)");
		}

	}

	@Nested
	@OnPostgres
	class TextsOnThePostgres extends TextKeys {

		TextsOnThePostgres() {
			super("varchar(20)", "varchar(20)");
		}

	}

	@Nested
	@OnPostgres
	class FixedLengthOnThePostgres extends TextKeys {

		FixedLengthOnThePostgres() {
			super("char(4)", "varchar(20)");
		}

	}

	@Nested
	@OnMariaDb
	class TextsOnTheMariaDb extends TextKeys {

		TextsOnTheMariaDb() {
			super("varchar(20)", "varchar(20)");
		}

	}

	@Nested
	@OnMariaDb
	class MixedOnTheMariaDb extends TextKeys {

		MixedOnTheMariaDb() {
			super("char(4)", "varchar(20) collate utf8mb4_bin");
		}

	}

	@SpringBootTest(classes = { Texts.class, Truth.class })
	abstract static class TextKeys {

		private final String ids;

		private final String keys;

		@Autowired
		Countries countries;

		@Autowired
		Cities cities;

		@Autowired
		JdbcAggregateOperations template;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Truth truth;

		TextKeys(String ids, String keys) {
			this.ids = ids;
			this.keys = keys;
		}

		@BeforeEach
		void createTables() {
			execute(Texts.SCHEMA.formatted(this.ids, this.keys));
		}

		private void execute(String statements) {
			for (String statement : statements.split(";\\s*")) {
				this.jdbc.execute(statement);
			}
		}

		private List<String> citiesOfCountries() {
			return this.countries.findByOrderByName()
				.stream()
				.map((country) -> country.name + country.cities.stream().map((city) -> city.name).toList())
				.toList();
		}

		private List<String> countriesOfCities() {
			return this.cities.findByOrderById()
				.stream()
				.map((city) -> city.name + city.country.optional().map((country) -> country.name))
				.toList();
		}

		@Test
		void equalTextsLoadTogether() {
			List<Integer> sent = this.truth.of(this::citiesOfCountries);
			assertThat(sent.get(0)).isLessThanOrEqualTo(sent.get(1) + 2);
			assertThat(citiesOfCountries()).contains("Portugal[]");
		}

		@Test
		void targetsOfEqualTextsLoadTogether() {
			List<Integer> sent = this.truth.of(this::countriesOfCities);
			assertThat(sent.get(0)).isLessThanOrEqualTo(sent.get(1) + 2);
			assertThat(countriesOfCities()).contains("UtopiaOptional.empty");
		}

		@Test
		void otherSpellingsFindWhatTheDatabaseFinds() {
			execute(Texts.ODD);
			this.truth.of(this::citiesOfCountries);
			this.truth.of(this::countriesOfCities);
		}

		@Test
		void otherSpellingsAreSeenWhenTheyAreSaved() {
			List<Country> all = this.countries.findByOrderByName();
			all.forEach((country) -> assertThat(country.cities.size()).isNotNegative());
			List<Country> again = this.countries.findByOrderByName();
			assertThat(again.get(0).cities.size()).isNotNegative();
			City city = new City();
			city.id = 20L;
			city.name = "Cologne";
			city.country.setId("DE");
			this.template.insert(city);
			List<Country> fresh = this.countries.findByOrderByName();
			for (int i = 1; i < again.size(); i++) {
				assertThat(again.get(i).cities).hasSize((int) fresh.get(i).cities.count());
			}
		}

		@Test
		void otherSpellingsAreSeenWhenTheyAreDeleted() {
			List<City> all = this.cities.findByOrderById();
			assertThat(all.get(0).country.isPresent()).isTrue();
			this.countries.deleteById("FR");
			List<City> fresh = this.cities.findByOrderById();
			for (int i = 1; i < all.size(); i++) {
				assertThat(all.get(i).country.isPresent()).isEqualTo(fresh.get(i).country.isPresent());
			}
		}

	}

}
