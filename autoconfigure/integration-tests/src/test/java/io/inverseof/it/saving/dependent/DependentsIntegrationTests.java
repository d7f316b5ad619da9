package io.inverseof.it.saving.dependent;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.dependent.Company.Car;
import io.inverseof.it.saving.dependent.Company.Cars;
import io.inverseof.it.saving.dependent.Company.Charter;
import io.inverseof.it.saving.dependent.Company.Desk;
import io.inverseof.it.saving.dependent.Company.Desks;
import io.inverseof.it.saving.dependent.Company.Division;
import io.inverseof.it.saving.dependent.Company.Divisions;
import io.inverseof.it.saving.dependent.Company.Employee;
import io.inverseof.it.saving.dependent.Company.Firm;
import io.inverseof.it.saving.dependent.Company.Firms;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Deleting a firm: what depends on it is deleted or kept as its associations say, in one
 * transaction, before the firm itself.
 */
class DependentsIntegrationTests {

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

	@SpringBootTest(classes = Company.class)
	abstract static class EachDatabase {

		@Autowired
		Firms firms;

		@Autowired
		Divisions divisions;

		@Autowired
		Cars cars;

		@Autowired
		Desks desks;

		@Autowired
		JdbcAggregateTemplate template;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		StatementCounter statements;

		@Autowired
		Deletions deletions;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void fill() {
			this.jdbc.update("update employee set boss_id = null");
			this.tables.empty();
			for (int firm = 1; firm <= 2; firm++) {
				fill(firm);
			}
			this.deletions.forget();
		}

		private void fill(int firm) {
			this.jdbc.update("insert into firm(id, name, version) values (?, 'f', 1)", firm);
			for (int i = 0; i < 2; i++) {
				int id = 10 * firm + i;
				insert("division(name, id, firm_id)", id, firm);
				insert("memo(name, id, firm_id)", id, firm);
				insert("report(name, id, firm_id)", id, firm);
				insert("page(text, id, report_key, report)", id, i, id);
				insert("car(name, id, firm_id)", id, firm);
				insert("desk(name, id, firm_id)", id, firm);
				this.jdbc.update("insert into task(id, name, done, firm_id) values (?, 'x', ?, ?)", id, i == 0, firm);
				insert("employee(name, version, id, division_id)", 1, 100 * firm + i, id);
				insert("employee(name, version, id, division_id)", 1, 100 * firm + 50 + i, id);
			}
			insert("charter(name, id, firm_id)", 10 * firm, firm);
		}

		private void insert(String into, Object... values) {
			this.jdbc.update("insert into %s values ('x'%s)".formatted(into, ", ?".repeat(values.length)), values);
		}

		private Firm firm(long id) {
			return this.firms.findById(id).orElseThrow();
		}

		private void onlyTheOtherFirmIsLeft() {
			assertThat(this.tables.column("id", "firm", "id")).hasSize(1);
			assertThat(this.tables.rows("division")).isEqualTo(2);
			assertThat(this.tables.rows("employee")).isEqualTo(4);
			assertThat(this.tables.rows("charter")).isEqualTo(1);
			assertThat(this.tables.rows("memo")).isEqualTo(2);
			assertThat(this.tables.rows("report")).isEqualTo(2);
			assertThat(this.tables.rows("page")).isEqualTo(2);
			for (String kept : List.of("car", "desk")) {
				assertThat(this.tables.column("firm_id", kept, "id")).containsExactly(null, null, 2L, 2L);
			}
			assertThat(this.tables.column("firm_id", "task", "id")).containsExactly(null, 2L, 2L);
		}

		@Test
		void deletingAnObjectDealsWithWhatDependsOnIt() {
			this.firms.delete(firm(1));
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void deletingAnIdDealsWithWhatDependsOnIt() {
			this.firms.deleteById(1L);
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void deletingIdsDealsWithWhatDependsOnThem() {
			this.firms.deleteAllById(List.of(1L, 4711L));
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void deletingObjectsDealsWithWhatDependsOnThem() {
			this.firms.deleteAll(List.of(firm(1)));
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void deletingAllDealsWithWhatDependsOnThem() {
			this.firms.deleteAll();
			assertThat(this.tables.rows()).isEqualTo(4 + 4 + 2);
			assertThat(this.tables.column("firm_id", "car", "id")).containsOnlyNulls();
			assertThat(this.deletions.kinds()).filteredOn("Division"::equals).hasSize(4);
		}

		@Test
		void theTemplateDealsWithWhatDependsOnARow() {
			this.template.deleteById(1L, Firm.class);
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void eachAssociationAndLevelTakesOneStatement() {
			Firm firm = firm(1);
			List<String> sent = Sent.kinds(this.statements, () -> this.firms.delete(firm));
			assertThat(sent).filteredOn((text) -> text.startsWith("select"))
				.containsExactlyInAnyOrder("select from division", "select from charter", "select from task",
						"select from employee", "select from report", "select from report", "select from report");
			assertThat(sent).filteredOn((text) -> text.startsWith("update"))
				.containsExactlyInAnyOrder("update car", "update desk", "update task");
			assertThat(sent).filteredOn((text) -> text.startsWith("delete") && !text.equals("delete from employee"))
				.containsExactlyInAnyOrder("delete from memo", "delete from page", "delete from report",
						"delete from task", "delete from charter", "delete from division", "delete from firm")
				.endsWith("delete from firm");
		}

		@Test
		void callbacksSeeWhatIsDestroyedAndNothingElse() {
			Firm firm = firm(1);
			this.firms.delete(firm);
			assertThat(this.deletions.kinds()).containsExactlyInAnyOrder("Firm", "Division", "Division", "Employee",
					"Employee", "Employee", "Employee", "Charter", "Task");
			assertThat(this.deletions.events()).contains("Employee 100", "Division 10", "Charter 10")
				.endsWith("Firm 1")
				.doesNotContain("Memo 10", "Car 10");
		}

		@Test
		void childrenGoBeforeTheirOwners() {
			this.firms.delete(firm(1));
			List<String> kinds = this.deletions.kinds();
			assertThat(kinds.lastIndexOf("Employee")).isLessThan(kinds.indexOf("Division"));
			assertThat(kinds).last().isEqualTo("Firm");
		}

		@Test
		void callbacksSeeTheObjectsThatAreInMemory() {
			Firm firm = firm(1);
			Division division = firm.divisions().get(0);
			Employee employee = division.employees().get(0);
			Charter charter = firm.charter().get();
			this.firms.delete(firm);
			assertThat(this.deletions.seen()).contains(firm, division, employee, charter);
		}

		@Test
		void callbacksFindTheOwnerInMemory() {
			Firm firm = firm(1);
			assertThat(this.statements).during(() -> this.firms.delete(firm)).selects(7);
			List<Object> seen = this.deletions.seen();
			assertThat(seen.stream().filter(Division.class::isInstance).map(Division.class::cast))
				.allSatisfy((division) -> assertThat(division.firm().get()).isSameAs(firm));
		}

		@Test
		void whatRefersToADestroyedRowGoesBeforeIt() {
			this.jdbc.update("update employee set boss_id = 150 where id = 100");
			this.jdbc.update("update employee set boss_id = 101 where id = 150");
			this.jdbc.update("update memo set division_id = 10 where id = 11");
			this.firms.deleteById(1L);
			onlyTheOtherFirmIsLeft();
			assertThat(this.deletions.events()).containsSubsequence("Employee 100", "Employee 150", "Employee 101");
		}

		@Test
		void aCircleOfReferencesIsCut() {
			this.jdbc.update("update employee set boss_id = 150 where id = 100");
			this.jdbc.update("update employee set boss_id = 101 where id = 150");
			this.jdbc.update("update employee set boss_id = 100 where id = 101");
			this.firms.deleteById(1L);
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void aStaleOwnerKeepsWhatDependsOnIt() {
			Firm firm = firm(1);
			long before = this.tables.rows();
			this.jdbc.update("update firm set version = 7 where id = 1");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.firms.delete(firm));
			assertThat(this.tables.rows()).isEqualTo(before);
			assertThat(this.tables.column("firm_id", "car", "id")).doesNotContainNull();
		}

		@Test
		void aStaleDependentInMemoryStopsEverything() {
			Firm firm = firm(1);
			assertThat(firm.divisions().get(0).employees()).hasSize(2);
			long before = this.tables.rows();
			this.jdbc.update("update employee set version = 7 where division_id = 10");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.firms.delete(firm));
			assertThat(this.tables.rows()).isEqualTo(before);
		}

		@Test
		void keptChildrenInMemoryReferToNobody() {
			Firm firm = firm(1);
			Car car = firm.cars().get(0);
			Desk desk = firm.desks().get(0);
			this.firms.delete(firm);
			assertThat(car.firm().getId()).isNull();
			assertThat(car.firm().orNull()).isNull();
			assertThat(desk.firmId).isNull();
			assertThat(firm.cars()).isEmpty();
			car.name = "kept";
			desk.name = "kept";
			this.cars.save(car);
			this.desks.save(desk);
			assertThat(this.tables.column("name", "car", "id")).startsWith("kept");
			assertThat(this.tables.column("firm_id", "car", "id")).startsWith((Object) null);
		}

		@Test
		void deletedChildrenLeaveTheirOwner() {
			Firm firm = firm(1);
			Division division = firm.divisions().get(0);
			assertThat(firm.memos()).hasSize(2);
			assertThat(firm.charter().isPresent()).isTrue();
			this.firms.delete(firm);
			assertThat(firm.divisions().isLoaded()).isTrue();
			assertThat(firm.divisions()).isEmpty();
			assertThat(firm.memos()).isEmpty();
			assertThat(firm.charter().isPresent()).isFalse();
			assertThat(division.firm().get()).isSameAs(firm);
		}

		@Test
		void otherObjectsStayUsable() {
			Car car = this.cars.findById(10L).orElseThrow();
			this.firms.deleteById(1L);
			assertThat(car.firm().orNull()).isNull();
			assertThat(this.cars.findById(10L).orElseThrow().firm().getId()).isNull();
		}

		@Test
		void theUnitOfWorkForgetsWhatWasDeletedAndChanged() {
			this.transaction.executeWithoutResult((status) -> {
				Division division = this.divisions.findById(10L).orElseThrow();
				Firm firm = division.firm().get();
				assertThat(this.cars.findById(10L).orElseThrow().firm().get()).isSameAs(firm);
				this.firms.delete(firm);
				assertThat(this.divisions.findById(10L)).isEmpty();
				assertThat(this.cars.findById(10L).orElseThrow().firm().getId()).isNull();
			});
		}

		@Test
		void aRollbackBringsEverythingBack() {
			Firm firm = firm(1);
			Car car = firm.cars().get(0);
			Desk desk = firm.desks().get(0);
			Division division = firm.divisions().get(0);
			this.transaction.executeWithoutResult((status) -> {
				this.firms.delete(firm);
				status.setRollbackOnly();
			});
			assertThat(car.firm().get().id).isEqualTo(1);
			assertThat(desk.firmId).isEqualTo(1);
			assertThat(firm.cars()).hasSize(2);
			assertThat(firm.divisions()).hasSize(2);
			assertThat(division.firm().getId()).isEqualTo(1);
			this.firms.delete(firm);
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void anUnsavedChildOfADeletedOwnerStaysWithIt() {
			Firm firm = firm(1);
			Division unsaved = firm.divisions().build((division) -> division.name = "new");
			this.firms.delete(firm);
			assertThat(unsaved.firm().get()).isSameAs(firm);
			assertThat(firm.divisions().isLoaded() ? firm.divisions() : List.of(unsaved)).containsExactly(unsaved);
			onlyTheOtherFirmIsLeft();
		}

		@Test
		void aRemovedChildIsDestroyedWithItsDependents() {
			Firm firm = firm(1);
			Division division = firm.divisions().get(0);
			firm.divisions().remove(division);
			this.firms.save(firm);
			assertThat(this.tables.column("id", "division", "id")).containsExactly(11L, 20L, 21L);
			assertThat(this.tables.rows("employee")).isEqualTo(6);
			assertThat(this.deletions.seen()).contains(division);
		}

		@Test
		void aRemovedChildThatSomebodyElseMovedIsLeftAlone() {
			Firm firm = firm(1);
			firm.divisions().remove(0);
			this.jdbc.update("update division set firm_id = 2 where id = 10");
			this.firms.save(firm);
			assertThat(this.tables.column("id", "division", "id")).contains(10L);
		}

		@Test
		void removedRowsAreDeletedWithoutCallbacks() {
			Firm firm = firm(1);
			firm.memos().clear();
			firm.reports().remove(0);
			this.firms.save(firm);
			assertThat(this.tables.column("id", "memo", "id")).containsExactly(20L, 21L);
			assertThat(this.tables.rows("report")).isEqualTo(3);
			assertThat(this.tables.rows("page")).isEqualTo(3);
			assertThat(this.deletions.seen()).isEmpty();
		}

		@Test
		void aReplacedHasOneIsDestroyed() {
			Firm firm = firm(1);
			firm.charter().set(new Charter(null, "new", BelongsTo.to(firm)));
			this.firms.save(firm);
			assertThat(this.tables.column("name", "charter", "id")).containsExactlyInAnyOrder("new", "x");
		}

	}

}
