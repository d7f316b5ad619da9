package io.inverseof.it.aggregates;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.inverseof.it.aggregates.Trees.Tree;
import io.inverseof.it.aggregates.Trees.TreeRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random trees are read as by stock Spring Data JDBC, with the statements that the
 * starter says it has saved.
 */
class RandomTreesIntegrationTests {

	private static final int FORESTS = 25;

	@Nested
	class OnH2 extends EachDatabase {

		OnH2() {
			super(Database.H2);
		}

	}

	@Nested
	class OnPostgres extends EachDatabase {

		OnPostgres() {
			super(Database.POSTGRES);
		}

	}

	@Nested
	class OnMariaDb extends EachDatabase {

		OnMariaDb() {
			super(Database.MARIADB);
		}

	}

	abstract static class EachDatabase extends TwoApplications {

		private Application small;

		EachDatabase(Database database) {
			super(database, Trees.SCHEMA, Trees.class);
		}

		@BeforeAll
		void startSmall() {
			this.small = Application.withStarter(this.fresh, Trees.class, "inverseof.aggregate-batch-size=3");
		}

		@AfterAll
		void stopSmall() {
			this.small.close();
		}

		static LongStream seeds() {
			return LongStream.range(0, FORESTS);
		}

		@ParameterizedTest
		@MethodSource("seeds")
		void readsTheSame(long seed) {
			this.stock.get(TreeRepository.class).deleteAll();
			new RandomTrees(seed).grow().forEach(this.stock.get(JdbcAggregateTemplate.class)::insert);
			compare(this.starter, TreeRepository::findAll);
			compare(this.small, TreeRepository::findAll);
			compare(this.small, (trees) -> trees.findByNameNot("tree 7"));
		}

		private void compare(Application starter, Function<TreeRepository, List<Tree>> finder) {
			TreeRepository expected = this.stock.get(TreeRepository.class);
			TreeRepository actual = starter.get(TreeRepository.class);
			starter.sent().clear();
			int sent = starter.statements(
					() -> assertThat(Picture.of(finder.apply(actual))).isEqualTo(Picture.of(finder.apply(expected))))
				.selects();
			int naive = this.stock.statements(() -> finder.apply(expected)).selects();
			assertThat(naive - sent).isEqualTo(starter.sent().avoided.size() - starter.sent().speculative.size());
			assertThat(sent).isLessThanOrEqualTo(naive);
		}

	}

}
