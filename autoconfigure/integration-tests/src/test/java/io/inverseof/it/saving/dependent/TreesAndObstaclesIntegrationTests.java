package io.inverseof.it.saving.dependent;

import java.util.List;
import java.util.stream.LongStream;

import io.inverseof.RequiredForeignKeyException;
import io.inverseof.RestrictedDeletionException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.dependent.Forest.Bank;
import io.inverseof.it.saving.dependent.Forest.Banks;
import io.inverseof.it.saving.dependent.Forest.Book;
import io.inverseof.it.saving.dependent.Forest.Branches;
import io.inverseof.it.saving.dependent.Forest.Node;
import io.inverseof.it.saving.dependent.Forest.Nodes;
import io.inverseof.it.saving.dependent.Forest.Schools;
import io.inverseof.it.saving.dependent.Forest.Shelf;
import io.inverseof.it.saving.dependent.Forest.ShelfId;
import io.inverseof.it.saving.dependent.Forest.Shelves;
import io.inverseof.it.saving.dependent.Forest.Vaults;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Trees are deleted from their leaves, circles are cut, and what is in the way is
 * reported before anything is written.
 */
class TreesAndObstaclesIntegrationTests {

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

	@SpringBootTest(classes = Forest.class)
	abstract static class EachDatabase {

		private static final int DEPTH = 3000;

		@Autowired
		Nodes nodes;

		@Autowired
		Shelves shelves;

		@Autowired
		Banks banks;

		@Autowired
		Branches branches;

		@Autowired
		Vaults vaults;

		@Autowired
		Schools schools;

		@Autowired
		StatementCounter statements;

		@Autowired
		Deletions deletions;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.jdbc.update("update node set parent_id = null");
			this.tables.empty();
			this.deletions.forget();
		}

		private void node(long id, Long parent) {
			this.jdbc.update("insert into node(id, parent_id) values (?, ?)", id, parent);
		}

		@Test
		void aChainOfThreeThousandNodesIsDeletedFromItsEnd() {
			this.jdbc.batchUpdate("insert into node(id, parent_id) values (?, ?)",
					LongStream.rangeClosed(1, DEPTH)
						.mapToObj((id) -> new Object[] { id, (id > 1) ? id - 1 : null })
						.toList());
			this.nodes.deleteById(1L);
			assertThat(this.tables.rows("node")).isZero();
			assertThat(this.deletions.events()).hasSize(DEPTH).startsWith("Node " + DEPTH).endsWith("Node 1");
		}

		@Test
		void aTreeTakesTwoStatementsForEachLevel() {
			node(1, null);
			LongStream.rangeClosed(10, 19).forEach((id) -> node(id, 1L));
			LongStream.rangeClosed(100, 199).forEach((id) -> node(id, id / 10));
			assertThat(this.statements).during(() -> this.nodes.deleteById(1L)).selects(3).deletes(3).total(6);
			assertThat(this.tables.rows("node")).isZero();
		}

		@Test
		void leavesGoTogetherHoweverDeepTheyAre() {
			node(1, null);
			node(2, 1L);
			node(3, 1L);
			node(4, 3L);
			this.nodes.deleteById(1L);
			assertThat(this.deletions.events()).containsExactlyInAnyOrder("Node 1", "Node 2", "Node 3", "Node 4")
				.containsSubsequence("Node 4", "Node 3", "Node 1");
		}

		@Test
		void aNodeThatIsItsOwnParentIsDeleted() {
			node(1, null);
			this.jdbc.update("update node set parent_id = 1");
			this.nodes.deleteById(1L);
			assertThat(this.tables.rows("node")).isZero();
		}

		@Test
		void aCircleIsDeletedOnce() {
			node(1, null);
			node(2, 1L);
			node(3, 2L);
			this.jdbc.update("update node set parent_id = 3 where id = 1");
			Node node = this.nodes.findById(1L).orElseThrow();
			this.nodes.delete(node);
			assertThat(this.tables.rows("node")).isZero();
			assertThat(this.deletions.events()).containsExactlyInAnyOrder("Node 1", "Node 2", "Node 3");
		}

		@Test
		void aCircleBelowIsDeletedOnce() {
			node(1, null);
			node(2, 1L);
			node(3, 2L);
			node(4, 3L);
			this.jdbc.update("update node set parent_id = 4 where id = 2");
			node(5, 1L);
			this.jdbc.update("update node set parent_id = 2 where id = 5");
			this.nodes.deleteById(3L);
			assertThat(this.tables.column("id", "node", "id")).containsExactly(1L);
		}

		@Test
		void aParentAndItsChildAreDeletedTogether() {
			node(1, null);
			node(2, 1L);
			node(3, 2L);
			List<Node> both = this.nodes.findAllById(List.of(1L, 2L));
			this.nodes.deleteAll(both);
			assertThat(this.tables.rows("node")).isZero();
			assertThat(this.deletions.events()).hasSize(3).startsWith("Node 3");
		}

		@Test
		void allNodesAreDeletedAtOnce() {
			node(1, null);
			node(2, 1L);
			node(3, 2L);
			this.jdbc.update("update node set parent_id = 3 where id = 1");
			assertThat(this.statements).during(this.nodes::deleteAll).selects(1).updates(1).deletes(1).total(3);
			assertThat(this.tables.rows("node")).isZero();
		}

		@Test
		void theSameRowTwiceIsDeletedOnce() {
			node(1, null);
			node(2, 1L);
			this.nodes.deleteAllById(List.of(1L, 1L));
			assertThat(this.tables.rows("node")).isZero();
		}

		@Test
		void whatIsNotThereIsNoProblem() {
			this.nodes.deleteById(4711L);
			this.nodes.deleteAllById(List.of());
			this.nodes.deleteAll(List.of());
			assertThat(this.deletions.events()).containsExactly("Node 4711");
		}

		@Test
		void aRemovedSubtreeIsDestroyed() {
			node(1, null);
			node(2, 1L);
			node(3, 2L);
			node(4, 1L);
			Node root = this.nodes.findById(1L).orElseThrow();
			root.children().removeIf((child) -> Long.valueOf(2).equals(child.id));
			this.nodes.save(root);
			assertThat(this.tables.column("id", "node", "id")).containsExactly(1L, 4L);
			assertThat(root.children()).hasSize(1);
		}

		@Test
		void childrenOfACompositeIdAreDestroyed() {
			for (int place = 1; place <= 2; place++) {
				this.jdbc.update("insert into shelf(room, place) values ('r', ?)", place);
				this.jdbc.update("insert into book(title, shelf_room, shelf_place) values ('t', 'r', ?)", place);
			}
			Shelf shelf = this.shelves.findById(new ShelfId("r", 1)).orElseThrow();
			Book book = shelf.books().get(0);
			this.shelves.delete(shelf);
			assertThat(this.tables.column("shelf_place", "book", "id")).containsExactly(2);
			assertThat(this.deletions.seen()).containsExactly(book, shelf);
			this.shelves.deleteAll();
			assertThat(this.tables.rows()).isZero();
		}

		@Test
		void aRestrictedOwnerIsRefusedAndSaysHowManyChildrenItHas() {
			this.jdbc.update("insert into bank(id) values (7)");
			this.jdbc.update("insert into branch(id, bank_id) values (1, 7)");
			this.jdbc.update("insert into branch(id, bank_id) values (2, 7)");
			this.jdbc.update("insert into vault(branch_id) values (2)");
			this.jdbc.update("insert into vault(branch_id) values (2)");
			assertThatExceptionOfType(RestrictedDeletionException.class).isThrownBy(() -> this.banks.deleteById(7L))
				.withMessage(
						"Branch 2 cannot be deleted: 2 Vault rows refer to it, and Branch.vaults is annotated with "
								+ "@Dependent(RESTRICT). Nothing was deleted. Delete or move these rows before, or choose "
								+ "@Dependent(DESTROY), @Dependent(DELETE) or @Dependent(NULLIFY).");
			assertThat(this.tables.rows()).isEqualTo(5);
			assertThat(this.deletions.seen()).isEmpty();
		}

		@Test
		void aRestrictedHasOneIsRefused() {
			this.jdbc.update("insert into bank(id) values (7)");
			this.jdbc.update("insert into vault(bank_id) values (7)");
			Bank bank = this.banks.findById(7L).orElseThrow();
			assertThatExceptionOfType(RestrictedDeletionException.class).isThrownBy(() -> this.banks.delete(bank))
				.withMessageStartingWith("Bank 7 cannot be deleted: 1 Vault row refers to it, and Bank.vault is");
			this.vaults.deleteAll();
			this.banks.delete(bank);
			assertThat(this.tables.rows()).isZero();
		}

		@Test
		void anUnrestrictedOwnerIsDeleted() {
			this.jdbc.update("insert into bank(id) values (7)");
			this.jdbc.update("insert into branch(id, bank_id) values (1, 7)");
			assertThat(this.statements).during(() -> this.banks.deleteById(7L)).selects(3).deletes(2);
			assertThat(this.tables.rows()).isZero();
		}

		@Test
		void aRequiredKeyCannotBeCleared() {
			this.jdbc.update("insert into school(id) values (7)");
			this.jdbc.update("insert into school(id) values (8)");
			this.jdbc.update("insert into pupil(school_id) values (7)");
			assertThatExceptionOfType(RequiredForeignKeyException.class).isThrownBy(() -> this.schools.deleteById(7L))
				.withMessage(
						"School 7 cannot be deleted: 1 Pupil row refers to it, and School.pupils is annotated with "
								+ "@Dependent(NULLIFY), but the column %s cannot be NULL. Nothing was deleted. Let the column be "
								+ "NULL, delete or move these rows before, or choose @Dependent(DESTROY) or @Dependent(DELETE).",
						"school_id");
			assertThat(this.tables.rows()).isEqualTo(3);
			this.schools.deleteById(8L);
			assertThat(this.tables.rows("school")).isEqualTo(1);
		}

	}

}
