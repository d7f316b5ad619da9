package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Catalog.Node;
import io.inverseof.it.saving.insert.Catalog.Nodes;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Classes that refer to themselves, deep and wide.
 */
class TreesIntegrationTests {

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

	@SpringBootTest(classes = Catalog.class)
	abstract static class EachDatabase {

		@Autowired
		Nodes nodes;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.jdbc.update("update genre set parent_id = null");
			this.jdbc.update("update node set parent_id = null");
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		@Test
		void insertsATreeLevelByLevel() {
			Node root = Node.named("root");
			root.below("a").below("aa");
			root.below("b").below("ba");
			assertThat(sent(() -> this.nodes.save(root))).containsExactly("insert into node", "insert into node",
					"insert into node");
			assertThat(this.tables.rows("node")).isEqualTo(5);
			Node read = this.nodes.findById(Objects.requireNonNull(root.id)).orElseThrow();
			assertThat(read.nodes()).extracting((node) -> node.name).containsExactly("a", "b");
			assertThat(read.nodes().get(1).nodes()).singleElement().satisfies((node) -> {
				assertThat(node.name).isEqualTo("ba");
				assertThat(node.parent().get().parent().get()).isSameAs(read);
			});
		}

		@Test
		void insertsATreeThatIsGivenInTheWrongOrder() {
			Node root = Node.named("root");
			Node a = root.below("a");
			Node aa = a.below("aa");
			Node ab = a.below("ab");
			List<Node> wrong = List.of(aa, a, ab, root);
			List<String> sent = sent(() -> assertThat(this.nodes.saveAll(wrong)).containsExactlyElementsOf(wrong));
			assertThat(sent).containsExactly("insert into node", "insert into node", "insert into node");
			assertThat(aa.parent().getId()).isNotNull().isEqualTo(a.id);
			assertThat(this.tables.column("parent_id", "node", "name")).containsExactly(root.id, a.id, a.id, null);
		}

		@Test
		void insertsATreeFromItsLeaf() {
			Node root = Node.named("root");
			Node leaf = root.below("a").below("aa");
			root.below("b");
			this.nodes.save(leaf);
			assertThat(this.tables.column("name", "node", "name")).containsExactly("a", "aa", "b", "root");
			assertThat(leaf.parent().get().parent().get()).isSameAs(root);
		}

		@Test
		void aNodeThatIsItsOwnParentGetsItsKeyAfterwards() {
			Node node = Node.named("self");
			node.parent().set(node);
			List<String> sent = sent(() -> this.nodes.save(node));
			assertThat(sent).containsExactly("insert into node", "update node");
			assertThat(this.tables.column("parent_id", "node", "id")).containsExactly(node.id);
			assertThat(node.parent().getId()).isEqualTo(node.id);
			assertThat(node.parent().get()).isSameAs(node);
			assertThat(sent(() -> this.nodes.save(node))).containsExactly("update node");
			assertThat(this.tables.column("parent_id", "node", "id")).containsExactly(node.id);
		}

		@Test
		void aNodeThatIsItsOwnChildGetsItsKeyAfterwards() {
			Node node = Node.named("self");
			node.nodes().add(node);
			assertThat(sent(() -> this.nodes.save(node))).containsExactly("insert into node", "update node");
			assertThat(this.tables.column("parent_id", "node", "id")).containsExactly(node.id);
		}

		@Test
		void aPersistedNodeBecomesItsOwnParent() {
			Node node = this.nodes.save(Node.named("self"));
			node.parent().set(node);
			assertThat(sent(() -> this.nodes.save(node))).containsExactly("update node");
			assertThat(this.tables.column("parent_id", "node", "id")).containsExactly(node.id);
		}

		@Test
		void aCircleOfThreeEndsWithAllKeys() {
			Node a = Node.named("a");
			Node b = a.below("b");
			Node c = b.below("c");
			c.nodes().add(a);
			List<String> sent = sent(() -> this.nodes.save(b));
			assertThat(sent).hasSize(4).last().isEqualTo("update node");
			assertThat(this.tables.column("parent_id", "node", "name")).containsExactly(c.id, a.id, b.id);
			assertThat(List.of(a, b, c)).allSatisfy((node) -> assertThat(node.parent().get().nodes()).contains(node));
		}

		@Test
		void insertsAThousandChildrenInTwoStatements() {
			Node root = Node.named("root");
			IntStream.range(0, 1000).forEach((i) -> root.below("n" + i));
			assertThat(sent(() -> this.nodes.save(root))).containsExactly("insert into node", "insert into node");
			assertThat(this.tables.rows("node")).isEqualTo(1001);
			assertThat(root.nodes()).hasSize(1000).allSatisfy((node) -> assertThat(node.parent().get()).isSameAs(root));
			assertThat(sent(() -> this.nodes.save(root))).containsExactly("update node");
		}

	}

}
