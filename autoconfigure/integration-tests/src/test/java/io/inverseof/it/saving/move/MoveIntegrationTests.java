package io.inverseof.it.saving.move;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.move.Fleet.Car;
import io.inverseof.it.saving.move.Fleet.Cars;
import io.inverseof.it.saving.move.Fleet.Garage;
import io.inverseof.it.saving.move.Fleet.Garages;
import io.inverseof.it.saving.move.Fleet.Truck;
import io.inverseof.it.saving.move.Fleet.Trucks;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A persisted child that is added to another parent gets a new key and nothing else, and
 * nobody steals it back.
 */
class MoveIntegrationTests {

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

	/** Saving does not depend on what reading shares. */
	@Nested
	@TestPropertySource(properties = { "spring.datasource.generate-unique-name=true", "inverseof.enabled=false" })
	class SwitchedOff extends EachDatabase {

	}

	@SpringBootTest(classes = Fleet.class)
	abstract static class EachDatabase {

		@Autowired
		Garages garages;

		@Autowired
		Cars cars;

		@Autowired
		Trucks trucks;

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
			north.cars().add(Car.named("a"));
			north.cars().add(Car.named("b"));
			north.trucks().add(Truck.named("t"));
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
		void updatesTheKeyAndNothingElse() {
			Car car = this.north.cars().get(0);
			car.name = "changed";
			this.south.cars().add(car);
			List<String> sent = Sent.texts(this.statements, () -> this.garages.save(this.south));
			assertThat(sent).containsExactly("update garage set name = ? where garage.id = ?",
					"update car set garage_id = ? where car.id = ?");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
			assertThat(this.tables.column("name", "car", "id")).containsExactly("a", "b");
		}

		@Test
		void updatesTheVersionToo() {
			Truck truck = this.north.trucks().get(0);
			truck.name = "changed";
			this.south.trucks().add(truck);
			List<String> sent = Sent.texts(this.statements, () -> this.garages.save(this.south));
			assertThat(sent).hasSize(2)
				.last()
				.isEqualTo("update truck set garage_id = ?, version = ? where truck.id = ? and truck.version = ?");
			assertThat(truck.version).isEqualTo(1);
			assertThat(this.tables.column("version", "truck", "id")).containsExactly(1);
			assertThat(this.tables.column("name", "truck", "id")).containsExactly("t");
			this.trucks.save(truck);
			assertThat(truck.version).isEqualTo(2);
		}

		@Test
		void movesNothingOverANewerVersion() {
			Truck truck = this.north.trucks().get(0);
			this.jdbc.update("update truck set version = 7");
			this.south.name = "changed";
			this.south.trucks().add(truck);
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.garages.save(this.south));
			assertThat(this.tables.column("name", "garage", "name")).containsExactly("north", "south");
			assertThat(this.tables.column("garage_id", "truck", "id")).containsExactly(this.north.id);
			assertThat(truck.version).isZero();
		}

		@Test
		void movesSeveralInOneBatch() {
			this.south.cars().addAll(this.north.cars());
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage", "update car");
			assertThat(keys()).containsOnly(this.south.id);
		}

		@Test
		void theMovedChildKnowsItsNewParent() {
			Car car = this.north.cars().get(0);
			this.south.cars().add(car);
			this.garages.save(this.south);
			assertThat(this.statements).during(() -> {
				assertThat(car.garage().get()).isSameAs(this.south);
				assertThat(this.north.cars()).hasSize(1).doesNotContain(car);
			}).none();
			assertThat(this.south.cars().count()).isOne();
			assertThat(this.statements).during(() -> assertThat(this.south.cars()).containsExactly(car)).selects(1);
			assertThat(this.north.cars().count()).isOne();
		}

		@Test
		void theOldParentDoesNotStealItBack() {
			this.south.cars().add(this.north.cars().get(0));
			this.garages.save(this.south);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void theOldParentSavedFirstLosesAndStealsNothing() {
			this.south.cars().add(this.north.cars().get(0));
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			this.garages.save(this.south);
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void bothParentsSavedTogetherMoveItOnce() {
			this.south.cars().add(this.north.cars().get(0));
			assertThat(sent(() -> this.garages.saveAll(List.of(this.north, this.south))))
				.containsExactly("update garage", "update garage", "update car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void anotherCopyOfTheOldParentWithItsOwnCopyOfTheChildDoesNotStealIt() {
			Garage other = read(this.north);
			assertThat(other.cars()).hasSize(2);
			this.south.cars().add(this.north.cars().get(0));
			this.garages.save(this.south);
			assertThat(sent(() -> this.garages.save(other))).containsExactly("update garage");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void theOldParentThatGetsANewChildLeavesTheMovedOneAlone() {
			this.south.cars().add(this.north.cars().get(0));
			this.garages.save(this.south);
			this.north.cars().add(Car.named("c"));
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "insert into car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id, this.north.id);
		}

		@Test
		void aConcurrentChangeOfAnotherColumnSurvives() {
			Car car = this.north.cars().get(0);
			this.jdbc.update("update car set name = 'theirs' where id = ?", car.id);
			this.south.cars().add(car);
			this.garages.save(this.south);
			assertThat(this.tables.column("name", "car", "id")).containsExactly("theirs", "b");
		}

		@Test
		void movesWhatTheReferenceWasPointedAtAndTheChildWasSaved() {
			Car car = this.north.cars().get(0);
			car.garage().set(this.south);
			assertThat(sent(() -> this.cars.save(car))).containsExactly("update car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
			assertThat(this.north.cars()).hasSize(1);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void movedAndSavedByItselfNothingIsLeftForTheParent() {
			Car car = this.north.cars().get(0);
			this.south.cars().add(car);
			assertThat(sent(() -> this.cars.save(car))).containsExactly("update car");
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage");
			assertThat(this.south.cars()).containsExactly(car);
		}

		@Test
		void movedThereAndBackChangesNothing() {
			Car car = this.north.cars().get(0);
			this.south.cars().add(car);
			this.north.cars().add(car);
			this.garages.saveAll(List.of(this.south, this.north));
			assertThat(keys()).containsExactly(this.north.id, this.north.id);
			assertThat(this.south.cars()).isEmpty();
			assertThat(this.north.cars()).hasSize(2);
			assertThat(car.garage().get()).isSameAs(this.north);
		}

		@Test
		void movedTwiceItEndsAtTheLast() {
			Garage west = this.garages.save(Garage.named("west"));
			Car car = this.north.cars().get(0);
			this.south.cars().add(car);
			this.garages.save(this.south);
			west.cars().add(car);
			this.garages.save(west);
			this.garages.save(this.south);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(west.id, this.north.id);
			assertThat(this.south.cars()).isEmpty();
		}

		@Test
		void movesAChildThatBelongedToNobody() {
			Car car = this.cars.save(Car.named("c"));
			this.south.cars().add(car);
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage", "update car");
			assertThat(keys()).containsExactly(this.north.id, this.north.id, this.south.id);
		}

		@Test
		void movesAndInsertsInOneSave() {
			this.south.cars().add(this.north.cars().get(0));
			this.south.cars().add(Car.named("c"));
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage", "update car",
					"insert into car");
			assertThat(keys()).containsExactly(this.south.id, this.north.id, this.south.id);
		}

		@Test
		void movedInATransactionThatIsRolledBackItIsWhereItWas() {
			Car car = this.north.cars().get(0);
			this.transaction.executeWithoutResult((status) -> {
				this.south.cars().add(car);
				this.garages.save(this.south);
				status.setRollbackOnly();
			});
			assertThat(keys()).containsExactly(this.north.id, this.north.id);
			this.south.cars().add(car);
			this.garages.save(this.south);
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void addedButNotSavedNothingIsWritten() {
			this.south.cars().add(this.north.cars().get(0));
			assertThat(this.north.cars()).hasSize(1);
			assertThat(keys()).containsExactly(this.north.id, this.north.id);
		}

		@Test
		void aCopyThatWasReadByItselfMovesAsWell() {
			Car copy = this.cars.findById(Objects.requireNonNull(this.north.cars().get(0).id)).orElseThrow();
			this.south.cars().add(copy);
			this.garages.save(this.south);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void aChildThatIsThereIsNotMoved() {
			Car copy = this.cars.findById(Objects.requireNonNull(this.north.cars().get(0).id)).orElseThrow();
			assertThat(this.north.cars().add(copy)).isFalse();
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
			assertThat(this.north.cars()).hasSize(2);
		}

	}

}
