package io.inverseof.it.saving.move;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.move.Fleet.Bike;
import io.inverseof.it.saving.move.Fleet.Bikes;
import io.inverseof.it.saving.move.Fleet.Bin;
import io.inverseof.it.saving.move.Fleet.Bins;
import io.inverseof.it.saving.move.Fleet.Garage;
import io.inverseof.it.saving.move.Fleet.Garages;
import io.inverseof.it.saving.move.Fleet.Part;
import io.inverseof.it.saving.move.Fleet.Stub;
import io.inverseof.it.saving.move.Fleet.Stubs;
import io.inverseof.it.saving.move.Fleet.Ticket;
import io.inverseof.it.saving.move.Fleet.Tickets;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Moving and removing children whose keys are plain properties, parts of a record, or of
 * several columns.
 */
class KeyShapesIntegrationTests {

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
		Bikes bikes;

		@Autowired
		Tickets tickets;

		@Autowired
		Stubs stubs;

		@Autowired
		Bins bins;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		private Garage north = new Garage();

		private Garage south = new Garage();

		@BeforeEach
		void fill() {
			this.tables.empty();
			Long north = Objects.requireNonNull(this.garages.save(Garage.named("north")).id);
			for (String table : List.of("bike", "ticket", "stub")) {
				this.jdbc.update("insert into " + table + "(name, garage_id) values ('a', ?)", north);
				this.jdbc.update("insert into " + table + "(name, garage_id) values ('b', ?)", north);
			}
			this.north = this.garages.findById(north).orElseThrow();
			this.south = this.garages.save(Garage.named("south"));
		}

		private List<String> sent(Runnable work) {
			return Sent.texts(this.statements, work).stream().skip(1).toList();
		}

		private List<Object> keys(String table) {
			return this.tables.column("garage_id", table, "name");
		}

		@Test
		void movesAPlainKey() {
			Bike bike = this.north.bikes().get(0);
			bike.name = "changed";
			this.south.bikes().add(bike);
			assertThat(sent(() -> this.garages.save(this.south)))
				.containsExactly("update bike set garage_id = ? where bike.id = ?");
			assertThat(keys("bike")).containsExactly(this.south.id, this.north.id);
			assertThat(bike.garageId).isEqualTo(this.south.id);
			assertThat(this.tables.column("name", "bike", "id")).containsExactly("a", "b");
		}

		@Test
		void theOldOwnerDoesNotStealAPlainKeyBack() {
			this.south.bikes().add(this.north.bikes().get(0));
			this.garages.save(this.south);
			this.garages.save(this.north);
			assertThat(keys("bike")).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void addedButNotSavedAPlainKeyIsStillPendingAfterARollback() {
			Bike bike = this.north.bikes().get(0);
			Bike fresh = new Bike();
			fresh.name = "a name of more than twenty characters";
			this.south.bikes().add(bike);
			this.south.bikes().add(fresh);
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.garages.save(this.south));
			assertThat(bike.garageId).isEqualTo(this.north.id);
			assertThat(keys("bike")).containsExactly(this.north.id, this.north.id);
			fresh.name = "c";
			this.garages.save(this.south);
			assertThat(keys("bike")).containsExactly(this.south.id, this.north.id, this.south.id);
		}

		@Test
		void removesAPlainKey() {
			Bike bike = this.north.bikes().remove(0);
			assertThat(sent(() -> this.garages.save(this.north)))
				.containsExactly("update bike set garage_id = null where bike.id = ? and bike.garage_id = ?");
			assertThat(keys("bike")).containsExactly(null, this.north.id);
			assertThat(bike.garageId).isNull();
			assertThat(this.north.bikes()).hasSize(1);
		}

		@Test
		void removesAndAddsAPlainKeyElsewhere() {
			Bike bike = this.north.bikes().remove(0);
			this.south.bikes().add(bike);
			this.garages.saveAll(List.of(this.south, this.north));
			assertThat(keys("bike")).containsExactly(this.south.id, this.north.id);
			assertThat(bike.garageId).isEqualTo(this.south.id);
		}

		@Test
		void addsAStrayPlainKey() {
			Bike bike = new Bike();
			bike.name = "c";
			this.bikes.save(bike);
			this.south.bikes().add(bike);
			this.garages.save(this.south);
			assertThat(keys("bike")).containsExactly(this.north.id, this.north.id, this.south.id);
		}

		@Test
		void movesARecord() {
			Ticket ticket = this.north.tickets().get(0);
			this.south.tickets().add(new Ticket(ticket.id(), "changed", ticket.garage()));
			assertThat(this.south.tickets()).hasSize(1);
			this.garages.save(this.south);
			assertThat(keys("ticket")).containsExactly(this.south.id, this.north.id);
			assertThat(this.tables.column("name", "ticket", "id")).containsExactly("a", "b");
		}

		@Test
		void movesARecordAsItIs() {
			Ticket ticket = this.north.tickets().get(0);
			this.south.tickets().add(ticket);
			assertThat(sent(() -> this.garages.save(this.south)))
				.containsExactly("update ticket set garage_id = ? where ticket.id = ?");
			assertThat(keys("ticket")).containsExactly(this.south.id, this.north.id);
			assertThat(this.north.tickets()).extracting(Ticket::name).containsExactly("b");
			assertThat(this.south.tickets()).singleElement()
				.satisfies((moved) -> assertThat(moved.garage().get()).isSameAs(this.south));
		}

		@Test
		void removesARecord() {
			this.north.tickets().remove(0);
			assertThat(sent(() -> this.garages.save(this.north)))
				.containsExactly("update ticket set garage_id = null where ticket.id = ? and ticket.garage_id = ?");
			assertThat(keys("ticket")).containsExactly(null, this.north.id);
		}

		@Test
		void aMovedRecordWithAPlainKeyIsAnotherOneInTheList() {
			Stub stub = this.north.stubs().get(0);
			this.south.stubs().add(stub);
			assertThat(sent(() -> this.garages.save(this.south)))
				.containsExactly("update stub set garage_id = ? where stub.id = ?");
			assertThat(keys("stub")).containsExactly(this.south.id, this.north.id);
			assertThat(this.south.stubs()).containsExactly(new Stub(stub.id(), "a", this.south.id));
			assertThat(stub.garageId()).isEqualTo(this.north.id);
		}

		@Test
		void aMovedRecordWithAPlainKeyIsSavedOnce() {
			this.south.stubs().add(this.north.stubs().get(0));
			this.garages.save(this.south);
			assertThat(sent(() -> this.garages.save(this.south))).isEmpty();
			this.garages.save(this.north);
			assertThat(keys("stub")).containsExactly(this.south.id, this.north.id);
		}

		@Test
		void removesARecordWithAPlainKey() {
			this.north.stubs().remove(0);
			assertThat(sent(() -> this.garages.save(this.north)))
				.containsExactly("update stub set garage_id = null where stub.id = ? and stub.garage_id = ?");
			assertThat(keys("stub")).containsExactly(null, this.north.id);
			assertThat(this.north.stubs()).extracting(Stub::name).containsExactly("b");
		}

		@Test
		void movesAKeyOfSeveralColumns() {
			Bin one = binWithPart(1);
			Bin two = this.bins.save(Bin.at("A", 2));
			Part part = one.parts().get(0);
			two.parts().add(part);
			assertThat(sent(() -> this.bins.save(two)))
				.containsExactly("update part set bin_room = ?, bin_number = ? where part.id = ?");
			assertThat(this.tables.column("bin_number", "part", "id")).containsExactly(2);
			assertThat(part.bin().get()).isSameAs(two);
			this.bins.save(one);
			assertThat(this.tables.column("bin_number", "part", "id")).containsExactly(2);
		}

		@Test
		void removesAKeyOfSeveralColumns() {
			Bin bin = binWithPart(1);
			bin.parts().clear();
			assertThat(sent(() -> this.bins.save(bin)))
				.containsExactly("update part set bin_room = null, bin_number = null "
						+ "where part.id = ? and part.bin_room = ? and part.bin_number = ?");
			assertThat(this.tables.column("bin_room", "part", "id")).containsExactly((Object) null);
			assertThat(this.tables.column("bin_number", "part", "id")).containsExactly((Object) null);
		}

		private Bin binWithPart(int number) {
			Bin bin = Bin.at("A", number);
			bin.parts().build((part) -> part.name = "p");
			this.bins.save(bin);
			return this.bins.findById(Objects.requireNonNull(bin.id)).orElseThrow();
		}

	}

}
