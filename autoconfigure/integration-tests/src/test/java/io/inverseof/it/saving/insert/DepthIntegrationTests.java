package io.inverseof.it.saving.insert;

import java.util.stream.IntStream;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Catalog.Genre;
import io.inverseof.it.saving.insert.Catalog.Genres;
import io.inverseof.it.saving.insert.Catalog.Node;
import io.inverseof.it.saving.insert.Catalog.Nodes;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graphs that are deeper than any stack.
 */
@SpringBootTest(classes = Catalog.class)
@OnH2
class DepthIntegrationTests {

	private static final int DEPTH = 3000;

	@Autowired
	Nodes nodes;

	@Autowired
	Genres genres;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.jdbc.update("update node set parent_id = null");
		this.jdbc.update("update genre set parent_id = null");
		this.tables.empty();
	}

	@Test
	void insertsThreeThousandLevelsOfNewChildren() {
		Node root = Node.named("root");
		Node leaf = deepest(root);
		assertThat(this.statements).during(() -> this.nodes.save(root)).inserts(DEPTH).total(DEPTH);
		assertThat(leaf.id).isNotNull();
		assertThat(this.tables.rows("node")).isEqualTo(DEPTH);
	}

	@Test
	void insertsAChainOfThreeThousandNewParents() {
		Node root = Node.named("root");
		Node leaf = deepest(root);
		assertThat(this.statements).during(() -> this.nodes.save(leaf)).inserts(DEPTH).total(DEPTH);
		assertThat(root.id).isNotNull();
	}

	@Test
	void insertsAChainOfThreeThousandRecords() {
		Genre leaf = IntStream.range(1, DEPTH)
			.boxed()
			.reduce(new Genre(null, "root", BelongsTo.empty()), (parent, i) -> parent.below("g" + i), (a, b) -> b);
		assertThat(this.statements).during(() -> this.genres.save(leaf)).inserts(DEPTH).total(DEPTH);
		assertThat(this.tables.rows("genre")).isEqualTo(DEPTH);
	}

	private static Node deepest(Node root) {
		Node deepest = root;
		for (int i = 1; i < DEPTH; i++) {
			deepest = deepest.below("n" + i);
		}
		return deepest;
	}

}
