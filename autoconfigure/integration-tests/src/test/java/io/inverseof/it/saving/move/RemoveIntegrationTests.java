package io.inverseof.it.saving.move;

import java.util.List;
import java.util.Objects;

import io.inverseof.RequiredForeignKeyException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.move.Fleet.Car;
import io.inverseof.it.saving.move.Fleet.Cars;
import io.inverseof.it.saving.move.Fleet.Garage;
import io.inverseof.it.saving.move.Fleet.Garages;
import io.inverseof.it.saving.move.Fleet.Truck;
import io.inverseof.it.saving.move.Fleet.Van;
import io.inverseof.it.saving.move.Fleet.Vans;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A child that was removed loses its key, if it still has it.
 */
class RemoveIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	@SpringBootTest(classes = Fleet.class)
	abstract static class EachDatabase {

		@Autowired
		Garages garages;

		@Autowired
		Cars cars;

		@Autowired
		Vans vans;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		private Garage north = new Garage();

		private Garage south = new Garage();

		@BeforeEach
		void fill() {
			this.tables.empty();
			Garage north = Garage.named("north");
			List.of("a", "b", "c").forEach((name) -> north.cars().add(Car.named(name)));
			north.trucks().add(Truck.named("t"));
			north.vans().add(Van.named("v"));
			this.north = read(this.garages.save(north));
			this.south = read(this.garages.save(Garage.named("south")));
		}

		private Garage read(Garage garage) {
			return this.garages.findById(Objects.requireNonNull(garage.id)).orElseThrow();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private List<Object> keys() {
			return this.tables.column("garage_id", "car", "name");
		}

		@Test
		void takesTheKeyOfItsOwnerOnly() {
			Car car = this.north.cars().get(0);
			car.name = "changed";
			assertThat(this.north.cars().remove(car)).isTrue();
			List<String> sent = Sent.texts(this.statements, () -> this.garages.save(this.north));
			assertThat(sent).containsExactly("update garage set name = ? where garage.id = ?",
					"update car set garage_id = null where car.id = ? and car.garage_id = ?");
			assertThat(keys()).containsExactly(null, this.north.id, this.north.id);
			assertThat(this.tables.column("name", "car", "id")).containsExactly("a", "b", "c");
		}

		@Test
		void updatesTheVersionToo() {
			Truck truck = this.north.trucks().get(0);
			this.north.trucks().clear();
			List<String> sent = Sent.texts(this.statements, () -> this.garages.save(this.north));
			assertThat(sent).last()
				.isEqualTo("update truck set garage_id = null, version = ? where truck.id = ? and truck.garage_id = ? "
						+ "and truck.version = ?");
			assertThat(truck.version).isEqualTo(1);
			assertThat(this.tables.column("version", "truck", "id")).containsExactly(1);
		}

		@Test
		void removesNothingOverANewerVersion() {
			this.north.trucks().clear();
			this.jdbc.update("update truck set version = 7");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.garages.save(this.north));
			assertThat(this.tables.column("garage_id", "truck", "id")).containsExactly(this.north.id);
		}

		@Test
		void theRemovedChildKnowsNobody() {
			Car car = this.north.cars().get(0);
			this.north.cars().remove(car);
			this.garages.save(this.north);
			assertThat(this.statements).during(() -> {
				assertThat(car.garage().isPresent()).isFalse();
				assertThat(this.north.cars()).hasSize(2).doesNotContain(car);
				assertThat(this.north.cars().count()).isEqualTo(2);
			}).none();
			assertThat(read(this.north).cars()).hasSize(2);
		}

		@Test
		void savedAgainNothingIsPending() {
			this.north.cars().remove(0);
			this.garages.save(this.north);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
		}

		@Test
		void removesSeveralInOneBatch() {
			this.north.cars().clear();
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update car");
			assertThat(keys()).containsExactly(null, null, null);
			assertThat(this.north.cars()).isEmpty();
		}

		@Test
		void removingFromAnUnreadCollectionReadsItFirst() {
			Car car = this.cars.findAll().get(0);
			assertThat(sent(() -> this.north.cars().remove(car))).containsExactly("select from car");
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(null, this.north.id, this.north.id);
		}

		@Test
		void removedAndAddedElsewhereItIsMoved() {
			Car car = this.north.cars().remove(0);
			this.south.cars().add(car);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage", "update car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id, this.north.id);
		}

		@Test
		void removedAndAddedElsewhereItIsMovedWhenThatIsSavedFirst() {
			Car car = this.north.cars().remove(0);
			this.south.cars().add(car);
			this.garages.save(this.south);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(keys()).containsExactly(this.south.id, this.north.id, this.north.id);
		}

		@Test
		void removedHereAndMovedByAnotherCopyItStaysThere() {
			this.north.cars().remove(0);
			this.jdbc.update("update car set garage_id = ? where name = 'a'", this.south.id);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id, this.north.id);
		}

		@Test
		void removedAndAddedAgainNothingHappens() {
			Car car = this.north.cars().remove(0);
			this.north.cars().add(car);
			this.garages.save(this.north);
			assertThat(keys()).containsOnly(this.north.id);
			assertThat(car.garage().get()).isSameAs(this.north);
			assertThat(this.north.cars()).hasSize(3);
		}

		@Test
		void removedAndSavedAndAddedAgainItIsBack() {
			Car car = this.north.cars().remove(0);
			this.garages.save(this.north);
			this.north.cars().add(car);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update car");
			assertThat(keys()).containsOnly(this.north.id);
		}

		@Test
		void replaceWithSavesTheDifference() {
			Car kept = this.north.cars().get(1);
			Car stray = this.cars.save(Car.named("d"));
			this.north.cars().replaceWith(List.of(kept, stray, Car.named("e")));
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update car",
					"update car", "insert into car");
			assertThat(keys()).containsExactly(null, this.north.id, null, this.north.id, this.north.id);
			assertThat(this.north.cars()).extracting((car) -> car.name).containsExactlyInAnyOrder("b", "d", "e");
		}

		@Test
		void replaceWithTheSameSavesNothing() {
			this.north.cars().replaceWith(List.copyOf(this.north.cars()));
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
		}

		@Test
		void aNewChildThatIsRemovedIsNeverSaved() {
			Car car = this.north.cars().build((it) -> it.name = "d");
			this.north.cars().remove(car);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(car.id).isNull();
		}

		@Test
		void aConcurrentChangeOfAnotherColumnSurvives() {
			this.north.cars().clear();
			this.jdbc.update("update car set name = 'theirs' where name = 'a'");
			this.garages.save(this.north);
			assertThat(this.tables.column("name", "car", "id")).containsExactly("theirs", "b", "c");
		}

		@Test
		void aChildThatWasDeletedMeanwhileIsNoProblem() {
			Car car = this.north.cars().remove(0);
			this.cars.deleteById(Objects.requireNonNull(car.id));
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update car");
			assertThat(keys()).containsExactly(this.north.id, this.north.id);
		}

		@Test
		void refusesToRemoveWhatNeedsAnOwner() {
			Van van = this.north.vans().remove(0);
			this.north.name = "changed";
			assertThatExceptionOfType(RequiredForeignKeyException.class).isThrownBy(() -> this.garages.save(this.north))
				.withMessage(
						"Van %s was removed from Garage.vans of Garage %s, but the column garage_id cannot be NULL. Add "
								+ "it to another Garage, delete it, annotate the association with @Dependent(DESTROY) or "
								+ "@Dependent(DELETE), or let the column be NULL. Nothing was written.",
						van.id, this.north.id);
			assertThat(this.tables.column("garage_id", "van", "id")).containsExactly(this.north.id);
			assertThat(this.tables.column("name", "garage", "name")).containsExactly("north", "south");
			assertThat(van.id).isNotNull();
		}

		@Test
		void movesWhatNeedsAnOwner() {
			Van van = this.north.vans().remove(0);
			this.south.vans().add(van);
			this.garages.saveAll(List.of(this.north, this.south));
			assertThat(this.tables.column("garage_id", "van", "id")).containsExactly(this.south.id);
		}

		@Test
		void deletesWhatNeedsAnOwnerByItsRepository() {
			Van van = this.north.vans().remove(0);
			this.vans.delete(van);
			assertThat(sent(() -> this.garages.save(this.north))).doesNotContain("insert into van");
			assertThat(this.tables.rows("van")).isZero();
		}

		@Test
		void removedInATransactionThatIsRolledBackItIsStillThere() {
			this.transaction.executeWithoutResult((status) -> {
				this.north.cars().clear();
				this.garages.save(this.north);
				status.setRollbackOnly();
			});
			assertThat(keys()).containsOnly(this.north.id);
			assertThat(this.north.cars()).hasSize(3);
			this.north.cars().remove(0);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(null, this.north.id, this.north.id);
		}

		@Test
		void pointingTheReferenceNowhereDoesTheSame() {
			Car car = this.north.cars().get(0);
			car.garage().set(null);
			assertThat(this.north.cars()).hasSize(2);
			assertThat(sent(() -> this.cars.save(car))).containsExactly("update car");
			assertThat(sent(() -> this.garages.save(this.north))).doesNotContain("insert into car");
			assertThat(keys()).containsExactly(null, this.north.id, this.north.id);
		}

	}

}
