package io.inverseof.it.saving.move;

import java.util.List;
import java.util.Objects;

import io.inverseof.RequiredForeignKeyException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.move.Fleet.Garage;
import io.inverseof.it.saving.move.Fleet.Garages;
import io.inverseof.it.saving.move.Fleet.Permit;
import io.inverseof.it.saving.move.Fleet.Sign;
import io.inverseof.it.saving.move.Fleet.Signs;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The target of a has-one gives way to the next one. The column of the signs is unique,
 * so the order matters.
 */
class HasOneIntegrationTests {

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
		Signs signs;

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
			north.sign().set(Sign.named("N"));
			north.permit().build((permit) -> permit.name = "P");
			Garage south = Garage.named("south");
			south.sign().set(Sign.named("S"));
			this.north = read(this.garages.save(north));
			this.south = read(this.garages.save(south));
		}

		private Garage read(Garage garage) {
			return this.garages.findById(Objects.requireNonNull(garage.id)).orElseThrow();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private List<Object> keys() {
			return this.tables.column("garage_id", "sign", "name");
		}

		@Test
		void aNewTargetReplacesTheOneThatWasRead() {
			Sign old = this.north.sign().get();
			old.name = "changed";
			Sign next = this.north.sign().build((sign) -> sign.name = "X");
			List<String> sent = Sent.texts(this.statements, () -> this.garages.save(this.north));
			assertThat(sent).containsExactly("update garage set name = ? where garage.id = ?",
					"update sign set garage_id = null where sign.id = ? and sign.garage_id = ?",
					"insert into sign (garage_id, name) values (?, ?)");
			assertThat(keys()).containsExactly(null, this.south.id, this.north.id);
			assertThat(this.tables.column("name", "sign", "id")).containsExactly("N", "S", "X");
			assertThat(this.statements).during(() -> {
				assertThat(this.north.sign().get()).isSameAs(next);
				assertThat(next.garage().get()).isSameAs(this.north);
				assertThat(old.garage().isPresent()).isFalse();
			}).none();
		}

		@Test
		void aNewTargetReplacesTheOneThatNobodyRead() {
			this.north.sign().build((sign) -> sign.name = "X");
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "select from sign",
					"update sign", "insert into sign");
			assertThat(keys()).containsExactly(null, this.south.id, this.north.id);
		}

		@Test
		void aPersistedTargetIsMovedHere() {
			Sign stray = this.signs.save(Sign.named("X"));
			this.north.sign().get();
			this.north.sign().set(stray);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update sign",
					"update sign");
			assertThat(keys()).containsExactly(null, this.south.id, this.north.id);
			assertThat(read(this.north).sign().get().id).isEqualTo(stray.id);
		}

		@Test
		void theTargetOfAnotherOwnerIsMovedHere() {
			Sign sign = this.south.sign().get();
			this.north.sign().set(sign);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(null, this.north.id);
			assertThat(this.south.sign().isPresent()).isFalse();
			assertThat(sent(() -> this.garages.save(this.south))).doesNotContain("insert into sign");
			assertThat(keys()).containsExactly(null, this.north.id);
		}

		@Test
		void twoOwnersSwapTheirTargets() {
			Sign one = this.north.sign().get();
			Sign two = this.south.sign().get();
			this.north.sign().set(two);
			this.south.sign().set(one);
			this.garages.saveAll(List.of(this.north, this.south));
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
			assertThat(one.garage().get()).isSameAs(this.south);
			assertThat(two.garage().get()).isSameAs(this.north);
		}

		@Test
		void letsGoOfTheTargetThatWasRead() {
			Sign old = this.north.sign().get();
			this.north.sign().set(null);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "update sign");
			assertThat(keys()).containsExactly(null, this.south.id);
			assertThat(old.garage().isPresent()).isFalse();
			assertThat(this.statements).during(() -> assertThat(this.north.sign().isPresent()).isFalse()).none();
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
		}

		@Test
		void letsGoOfTheTargetThatNobodyRead() {
			this.north.sign().set(null);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage", "select from sign",
					"update sign");
			assertThat(keys()).containsExactly(null, this.south.id);
		}

		@Test
		void oneOwnerThatTakesTheTargetOfAnotherIsSavedBeforeThatGetsItsOwn() {
			Sign one = this.north.sign().get();
			Sign two = this.south.sign().get();
			this.north.sign().set(two);
			this.south.sign().set(one);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(null, this.north.id);
			this.garages.save(this.south);
			assertThat(keys()).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void removedAndSetAgainNothingHappens() {
			Sign sign = this.north.sign().get();
			this.north.sign().set(null);
			this.north.sign().set(sign);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(this.north.id, this.south.id);
			assertThat(sign.garage().get()).isSameAs(this.north);
		}

		@Test
		void replacedTwiceOnlyTheLastIsSaved() {
			Sign first = this.north.sign().build((sign) -> sign.name = "X");
			Sign second = this.north.sign().build((sign) -> sign.name = "Y");
			this.garages.save(this.north);
			assertThat(this.tables.column("name", "sign", "id")).containsExactly("N", "S", "Y");
			assertThat(first.id).isNull();
			assertThat(second.id).isNotNull();
			assertThat(keys()).containsExactly(null, this.south.id, this.north.id);
		}

		@Test
		void theTargetThatSomebodyElseTookMeanwhileStaysThere() {
			Garage west = this.garages.save(Garage.named("west"));
			this.north.sign().get();
			this.north.sign().set(null);
			this.jdbc.update("update sign set garage_id = ? where name = 'N'", west.id);
			this.garages.save(this.north);
			assertThat(keys()).containsExactly(west.id, this.south.id);
		}

		@Test
		void refusesToLetGoOfWhatNeedsAnOwner() {
			Permit old = this.north.permit().get();
			this.north.permit().build((permit) -> permit.name = "X");
			assertThatExceptionOfType(RequiredForeignKeyException.class).isThrownBy(() -> this.garages.save(this.north))
				.withMessage(
						"Permit %s was removed from Garage.permit of Garage %s, but the column garage_id cannot be NULL. "
								+ "Add it to another Garage, delete it, annotate the association with @Dependent(DESTROY) or "
								+ "@Dependent(DELETE), or let the column be NULL. Nothing was written.",
						old.id, this.north.id);
			assertThat(this.tables.column("name", "permit", "id")).containsExactly("P");
			assertThat(this.tables.column("garage_id", "permit", "id")).containsExactly(this.north.id);
			assertThat(old.id).isNotNull();
		}

		@Test
		void moveToAnotherOwnerWhatNeedsOne() {
			this.south.permit().set(this.north.permit().get());
			assertThat(sent(() -> this.garages.save(this.south))).containsExactly("update garage", "select from permit",
					"update permit");
			assertThat(this.tables.column("garage_id", "permit", "id")).containsExactly(this.south.id);
			assertThat(sent(() -> this.garages.save(this.north))).containsExactly("update garage");
		}

		@Test
		void rolledBackTheOldTargetIsBack() {
			Sign old = this.north.sign().get();
			this.transaction.executeWithoutResult((status) -> {
				this.north.sign().build((sign) -> sign.name = "X");
				this.garages.save(this.north);
				status.setRollbackOnly();
			});
			assertThat(keys()).containsExactly(this.north.id, this.south.id);
			assertThat(old.id).isNotNull();
			assertThat(read(this.north).sign().get().id).isEqualTo(old.id);
		}

	}

}
