package io.inverseof.it.siblings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.Shipping.Bays;
import io.inverseof.it.siblings.Shipping.Boats;
import io.inverseof.it.siblings.Shipping.Cranes;
import io.inverseof.it.siblings.Shipping.Crates;
import io.inverseof.it.siblings.Shipping.Depot;
import io.inverseof.it.siblings.Shipping.Depots;
import io.inverseof.it.siblings.Shipping.Docks;
import io.inverseof.it.siblings.Shipping.Pallets;
import io.inverseof.it.siblings.Shipping.Piers;
import io.inverseof.it.siblings.Shipping.Ports;
import io.inverseof.it.siblings.Shipping.Ships;
import io.inverseof.it.siblings.Shipping.Slots;
import io.inverseof.it.siblings.Shipping.Truck;
import io.inverseof.it.siblings.Shipping.Trucks;
import io.inverseof.it.siblings.Shipping.Yards;
import io.inverseof.it.siblings.Shipping.Zones;
import io.inverseof.it.support.MariaDbServer;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What databases and drivers see of batches, who keep statements by their text.
 */
class StatementTextsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

		OnTheH2() {
			super(true);
		}

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

		OnThePostgres() {
			super(true);
		}

	}

	@Nested
	class OnTheMariaDb extends EachDatabase {

		OnTheMariaDb() {
			super(false);
		}

		@DynamicPropertySource
		static void database(DynamicPropertyRegistry registry) {
			MariaDbServer.freshDatabase().registerWith(registry);
		}

	}

	@SpringBootTest(classes = Shipping.class)
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	abstract static class EachDatabase {

		private final boolean arrays;

		@Autowired
		Depots depots;

		@Autowired
		Trucks trucks;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		EachDatabase(boolean arrays) {
			this.arrays = arrays;
		}

		@BeforeAll
		void fill(@Autowired JdbcTemplate jdbc, @Autowired DataSource dataSource) {
			for (String statement : Shipping.SCHEMA.split(";\n")) {
				jdbc.execute(this.arrays ? statement : statement.replace('"', '`'));
			}
			insert(jdbc, "insert into depot values (?)", 100, (i) -> new Object[] { i });
			insert(jdbc, "insert into gate values (?, ?)", 100, (i) -> new Object[] { i, i });
			insert(jdbc, "insert into truck values (?, ?, ?, ?, ?)", 300, (i) -> new Object[] { i, i % 40,
					(i % 3 == 0) ? null : i % 5, (i % 3 == 0) ? null : i, i % 100 + 1 });
			insert(jdbc, "insert into engine values (?, ?)", 150, (i) -> new Object[] { i, (i % 2 == 0) ? i : null });
			insert(jdbc, "insert into wheel values (?, ?)", 600, (i) -> new Object[] { i % 300 + 1, i });
			insert(jdbc, this.arrays ? "insert into \"fleet\".\"tram\" values (?, ?)"
					: "insert into `fleet`.`tram` values (?, ?)", 200, (i) -> new Object[] { i, i % 100 + 1 });
		}

		private static void insert(JdbcTemplate jdbc, String sql, int rows, Function<Long, @Nullable Object[]> row) {
			jdbc.batchUpdate(sql, LongStream.rangeClosed(1, rows).boxed().map(row).toList());
		}

		private List<String> texts(String table, Function<Integer, ?> traversal) {
			List<String> texts = new ArrayList<>();
			for (int keys : new int[] { 2, 3, 50, 100 }) {
				texts.addAll(sent(table, () -> traversal.apply(keys)));
			}
			return texts;
		}

		/** The statements that select roots from a table by keys. */
		private List<String> sent(String table, Runnable work) {
			return this.statements.countDuring(work)
				.statements()
				.stream()
				.filter((sql) -> sql.replaceAll("[`\"]", "").toLowerCase().contains(" from " + table + " "))
				.filter((sql) -> sql.contains(" ANY(") || sql.contains(" IN ") || sql.contains(" OR "))
				.toList();
		}

		private void areStable(List<String> texts) {
			assertThat(texts).hasSize(4);
			if (this.arrays) {
				assertThat(texts).containsOnly(texts.get(0)).allSatisfy((sql) -> assertThat(sql).contains(" = ANY(?)"));
			}
			else {
				assertThat(texts).extracting(EachDatabase::markers).containsExactly(2, 4, 64, 128);
			}
		}

		private static int markers(String sql) {
			String list = sql.substring(sql.indexOf(" IN ("));
			return (int) list.substring(0, list.indexOf(')')).chars().filter((character) -> character == '?').count();
		}

		@Test
		void textsForHasMany() {
			areStable(texts("truck", (keys) -> upTo(keys).get(0).trucks.size()));
		}

		@Test
		void textsForSortedHasMany() {
			areStable(texts("truck", (keys) -> upTo(keys).get(0).sortedTrucks.size()));
		}

		@Test
		void textsForFilteredHasMany() {
			areStable(texts("truck", (keys) -> upTo(keys).get(0).heavyTrucks.size()));
		}

		@Test
		void textsForHasOne() {
			areStable(texts("gate", (keys) -> upTo(keys).get(0).gate.get()));
		}

		@Test
		void textsForBelongsTo() {
			areStable(texts("depot",
					(keys) -> this.trucks.findByDepotIdLessThanEqualOrderById((long) keys).get(0).depot.get()));
		}

		@Test
		void textsForASchema() {
			areStable(texts("fleet.tram", (keys) -> upTo(keys).get(0).trams.size()));
		}

		private List<Depot> upTo(int id) {
			return this.depots.findByIdLessThanEqualOrderById((long) id);
		}

		@Test
		void selectsWhatSpringDataSelects() {
			String together = this.statements.countDuring(() -> upTo(2).get(0).trucks.size()).statements().get(1);
			String alone = this.statements.countDuring(() -> upTo(1).get(0).trucks.size()).statements().get(1);
			assertThat(together.substring(0, together.indexOf(" WHERE "))).contains("JOIN")
				.isEqualTo(alone.substring(0, alone.indexOf(" WHERE ")));
			assertThat(together.substring(together.indexOf(" ORDER BY ")))
				.startsWith(alone.substring(alone.indexOf(" ORDER BY ")));
		}

		@Test
		void wholeAggregatesAreAsOneByOne() {
			areAsOneByOne(this.depots::findAll, (depot) -> depot.trucks);
			areAsOneByOne(this.depots::findAll, (depot) -> depot.trams);
		}

		@Test
		void scopesAreAsOneByOne() {
			areAsOneByOne(this.depots::findAll, (depot) -> depot.sortedTrucks);
			areAsOneByOne(this.depots::findAll, (depot) -> depot.heavyTrucks);
		}

		private <T> void areAsOneByOne(Supplier<List<T>> owners, Function<T, ?> children) {
			assertThat(described(owners, children))
				.isEqualTo(this.unitOfWork.naive().call(() -> described(owners, children)));
		}

		private static <T> List<String> described(Supplier<List<T>> owners, Function<T, ?> children) {
			return owners.get()
				.stream()
				.map(children)
				.map((found) -> (found instanceof Collection<?> many) ? List.copyOf(many).toString()
						: String.valueOf(found))
				.map((found) -> found.replace(", not loaded", ""))
				.toList();
		}

		@Test
		void uniqueIdentifiers(@Autowired Ports ports, @Autowired Ships ships) {
			isText(this.arrays, "ship", () -> areAsOneByOne(ports::findAll, (port) -> port.ships));
			isText(this.arrays, "port", () -> areAsOneByOne(ships::findAll, (ship) -> ship.port().get().id));
		}

		@Test
		void enums(@Autowired Zones zones, @Autowired Cranes cranes) {
			isText(false, "crane", () -> areAsOneByOne(zones::findAll, (zone) -> zone.cranes));
			isText(false, "zone", () -> areAsOneByOne(cranes::findAll, (crane) -> crane.zone().get().id));
		}

		@Test
		void convertedIds(@Autowired Docks docks, @Autowired Crates crates) {
			isText(this.arrays, "crate", () -> areAsOneByOne(docks::findAll, (dock) -> dock.crates));
			isText(this.arrays, "dock", () -> areAsOneByOne(crates::findAll, (crate) -> crate.dock().get().id));
		}

		@Test
		void wrappedIds(@Autowired Piers piers, @Autowired Boats boats) {
			areAsOneByOne(piers::findAll, (pier) -> pier.boats);
			areAsOneByOne(boats::findAll, (boat) -> boat.pier().get().id);
		}

		@Test
		void paddedTexts(@Autowired Yards yards, @Autowired Pallets pallets) {
			isText(false, "pallet", () -> areAsOneByOne(yards::findAll, (yard) -> yard.pallets));
			isText(false, "yard", () -> areAsOneByOne(pallets::findAll, (pallet) -> pallet.yard().get().id));
		}

		@Test
		void compositeIdsAreListed(@Autowired Bays bays, @Autowired Slots slots) {
			isText(false, "slot", () -> areAsOneByOne(bays::findAll, (bay) -> bay.slots));
			isText(false, "bay", () -> areAsOneByOne(slots::findAll, (slot) -> slot.bay().get().id));
		}

		private void isText(boolean array, String table, Runnable traversal) {
			assertThat(sent(table, traversal)).isNotEmpty()
				.allSatisfy((sql) -> assertThat(sql.contains(" = ANY(?)")).isEqualTo(array));
		}

		@Test
		void trucksKeepTheirParts() {
			List<Truck> together = upTo(100).stream().flatMap((depot) -> depot.trucks.stream()).toList();
			assertThat(together).hasSize(300).allSatisfy((truck) -> assertThat(truck.wheels).hasSize(2));
			assertThat(together).filteredOn((truck) -> truck.engine != null).hasSize(150);
			assertThat(together).filteredOn((truck) -> truck.size == null).hasSize(100);
		}

	}

}
