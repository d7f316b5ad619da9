package io.inverseof.it.reading.naming;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.naming.Places.Event;
import io.inverseof.it.reading.naming.Places.Events;
import io.inverseof.it.reading.naming.Places.Place;
import io.inverseof.it.reading.naming.Places.PlaceId;
import io.inverseof.it.reading.naming.Places.PlaceRepository;
import io.inverseof.it.reading.naming.Places.Spot;
import io.inverseof.it.reading.naming.Places.Spots;
import io.inverseof.it.reading.naming.Places.Street;
import io.inverseof.it.reading.naming.Places.Streets;
import io.inverseof.it.reading.naming.Places.Town;
import io.inverseof.it.reading.naming.Places.Towns;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of columns come from the application's naming strategy and annotations.
 */
class ColumnNamesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends ColumnNames {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends ColumnNames {

	}

	@SpringBootTest(classes = Places.class)
	@Sql(statements = Places.SCHEMA)
	abstract static class ColumnNames {

		@Autowired
		Towns towns;

		@Autowired
		Streets streets;

		@Autowired
		Spots spots;

		@Autowired
		PlaceRepository places;

		@Autowired
		Events events;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void readsAColumnNamedByAnnotation() {
			assertThat(street(1).town.get().name).isEqualTo("Ulm");
		}

		@Test
		void readsAColumnNamedByTheStrategy() {
			assertThat(street(1).twinTown.get().name).isEqualTo("Bonn");
		}

		@Test
		void childrenKnowTheirOwnerWhicheverColumnRefersToIt() {
			Town ulm = this.towns.findById(1L).orElseThrow();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(ulm.streets).hasSize(2).allSatisfy((street) -> assertThat(street.town.get()).isSameAs(ulm));
				assertThat(ulm.twinStreets).singleElement()
					.satisfies((street) -> assertThat(street.twinTown.get()).isSameAs(ulm));
			}).statements();
			assertThat(sent).hasSize(2);
		}

		@Test
		void selfReferenceUsesAnIdNamedByAnnotation() {
			Street high = street(1);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(high.successors).singleElement()
					.satisfies((street) -> assertThat(street.former.get()).isSameAs(high)))
				.statements();
			assertThat(sent).hasSize(1);
			assertThat(street(2).former.get().name).isEqualTo("High");
		}

		@Test
		void findsAndSortsByKeys() {
			assertThat(this.streets.findByTownId(1L)).hasSize(2);
			assertThat(this.streets.findByTwinTownOrderByTown(BelongsTo.toId(2L))).extracting((street) -> street.name)
				.containsExactly("High");
		}

		@Test
		void savesKeys() {
			Street street = street(1);
			street.town.setId(2L);
			street.twinTown.set(null);
			this.streets.save(street);
			assertThat(this.jdbc.queryForMap("select \"inTown\", c_twin_town_id from \"Street\" where \"StreetId\" = 1")
				.values()).containsExactly(2L, null);
		}

		@Test
		void followsAPropertyWhoseColumnTheStrategyNames() {
			Spot spot = this.spots.findByTownId(2L).get(0);
			assertThat(spot.town.get().name).isEqualTo("Bonn");
			Town ulm = this.towns.findById(1L).orElseThrow();
			assertThat(ulm.spots).singleElement().satisfies((child) -> assertThat(child.town.get()).isSameAs(ulm));
		}

		@Test
		void compositeKeyTakesPartsOfItsNamesFromTheId() {
			assertThat(this.events.findById(1L).orElseThrow().place.get().name).isEqualTo("Z1");
			assertThat(this.events.findById(3L).orElseThrow().place.isPresent()).isFalse();
		}

		@Test
		void ownersWithACompositeKeyFindTheirChildren() {
			Place place = this.places.findById(new PlaceId("Z", 1)).orElseThrow();
			List<String> sent = this.statements
				.countDuring(() -> assertThat(place.events).hasSize(2)
					.allSatisfy((event) -> assertThat(event.place.get()).isSameAs(place)))
				.statements();
			assertThat(sent).hasSize(1);
			assertThat(place.events.count()).isEqualTo(2);
		}

		@Test
		void savesACompositeKey() {
			Event event = this.events.findById(3L).orElseThrow();
			event.place.setId(new PlaceId("Z", 2));
			this.events.save(event);
			assertThat(
					this.jdbc.queryForMap("select \"c_place_Zone\", c_place_c_no from t_event where c_id = 3").values())
				.containsExactly("Z", 2);
		}

		private Street street(long id) {
			return this.streets.findById(id).orElseThrow();
		}

	}

}
