package io.inverseof.it.aggregates;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.aggregates.Festivals.Festival;
import io.inverseof.it.aggregates.Festivals.FestivalRepository;
import io.inverseof.it.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An aggregate with seven collection paths on every road and all databases, and what
 * stock Spring Data JDBC makes of the same rows.
 */
class FestivalsIntegrationTests {

	private static final String[] COLLECTIONS = { "Festival.acts", "Festival.acts.songs", "Festival.address.phones",
			"Festival.stages", "Festival.stages.slots", "Festival.tickets", "Festival.venue.gates" };

	@Nested
	class OnH2 extends TenFestivals {

		OnH2() {
			super(Database.H2);
		}

	}

	@Nested
	class OnPostgres extends TenFestivals {

		OnPostgres() {
			super(Database.POSTGRES);
		}

	}

	@Nested
	class OnMariaDb extends TenFestivals {

		OnMariaDb() {
			super(Database.MARIADB);
		}

	}

	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	abstract static class TenFestivals {

		private final Database database;

		private Application stock;

		private Application starter;

		private Application oneByOne;

		TenFestivals(Database database) {
			this.database = database;
		}

		@BeforeAll
		void start() {
			TestDatabase fresh = this.database.fresh();
			Application.create(this.database, fresh, Festivals.SCHEMA);
			this.stock = Application.stock(fresh, Festivals.class);
			this.starter = Application.withStarter(fresh, Festivals.class);
			this.oneByOne = Application.withStarter(fresh, Festivals.class, "inverseof.aggregate-batch-size=1");
			this.stock.get(FestivalRepository.class)
				.saveAll(IntStream.range(0, 10).mapToObj(Festivals::festival).toList());
		}

		@AfterAll
		void stop() {
			this.stock.close();
			this.starter.close();
			this.oneByOne.close();
		}

		@Test
		void findsAll() {
			compare((application) -> festivals(application).findAll(), 91, 8);
		}

		@Test
		void findsAllById() {
			compare((application) -> festivals(application).findAllById(List.of(1L, 3L, 5L)), 28, 8);
		}

		@Test
		void findsAllSorted() {
			compare((application) -> festivals(application).findAll(Sort.by("name").descending()), 91, 8);
		}

		@Test
		void findsPage() {
			compare((application) -> festivals(application).findAll(PageRequest.of(1, 3)).getContent(), 29, 9);
		}

		@Test
		void findsByDerivedQuery() {
			compare((application) -> festivals(application).findByNameStartingWith("fest"), 91, 8);
		}

		@Test
		void findsPageByDerivedQuery() {
			compare((application) -> festivals(application).findByNameStartingWithOrderByNameDesc("fest",
					PageRequest.of(0, 4)), 37, 8);
		}

		@Test
		void findsByStringQuery() {
			compare((application) -> festivals(application).findByQuery(), 91, 8);
		}

		@Test
		void findsByExample() {
			Festival probe = new Festival();
			compare((application) -> festivals(application).findAll(Example.of(probe)), 91, 8);
		}

		@Test
		void findsByTemplate() {
			Query query = Query.query(Criteria.where("name").greaterThan("festival 0004"));
			compare((application) -> application.get(JdbcAggregateTemplate.class).findAll(query, Festival.class), 46,
					8);
		}

		@Test
		void findsOne() {
			compare((application) -> festivals(application).findById(4L).stream().toList(), 10, 8);
		}

		@Test
		void streamsInWindowsThatGrow() {
			compare((application) -> inTransaction(application,
					(festivals) -> festivals.streamByNameStartingWith("fest").toList()), 91, 4 * 7 + 1);
			compare((application) -> inTransaction(application, (festivals) -> festivals.streamByQuery().toList()), 91,
					4 * 7 + 1);
		}

		@Test
		void streamsAllFromTheTemplate() {
			compare((application) -> inTransaction(application, (festivals) -> {
				try (Stream<Festival> all = application.get(JdbcAggregateTemplate.class).streamAll(Festival.class)) {
					return all.toList();
				}
			}), 91, 4 * 7 + 1);
		}

		@Test
		void streamThatIsClosedEarlyReadsNoMoreThanItsWindow() {
			compare((application) -> inTransaction(application, (festivals) -> {
				try (Stream<Festival> all = festivals.streamByQuery()) {
					return all.limit(2).toList();
				}
			}), 19, 2 * 7 + 1);
		}

		@Test
		void findsInTransaction() {
			compare((application) -> inTransaction(application, FestivalRepository::findAll), 91, 8);
		}

		@Test
		void findsInSmallWindows() {
			try (Application small = Application.withStarter(this.starter.database(), Festivals.class,
					"inverseof.aggregate-batch-size=4")) {
				assertThat(festivals(small).findAll()).usingRecursiveComparison()
					.isEqualTo(festivals(this.stock).findAll());
				assertThat(small.statements(() -> festivals(small).findAll()).selects()).isEqualTo(1 + 3 * 7);
			}
		}

		@Test
		void batchSizeOfOneSendsStatementsOfStock() {
			List<String> stock = this.stock.statements(() -> festivals(this.stock).findAll()).statements();
			assertThat(this.oneByOne.statements(() -> festivals(this.oneByOne).findAll()).statements())
				.isEqualTo(stock);
		}

		@Test
		void naiveWorkSendsStatementsOfStock() {
			List<String> stock = this.stock.statements(() -> festivals(this.stock).findAll()).statements();
			UnitOfWork naive = this.starter.get(UnitOfWork.class).naive();
			assertThat(this.starter.statements(() -> naive.run(() -> festivals(this.starter).findAll())).statements())
				.isEqualTo(stock);
		}

		@Test
		void finderOfOneRefusesMany() {
			assertThat(festivals(this.starter).findOneByName("festival 0003")).isNotNull();
			assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
				.isThrownBy(() -> festivals(this.starter).findOneByNameStartingWith("fest"))
				.withMessage("Incorrect result size: expected 1, actual 10");
		}

		@Test
		void reportsWhatItSendsAndSaves() {
			Sent sent = this.starter.sent();
			sent.clear();
			festivals(this.starter).findAll();
			assertThat(sent.executed).containsExactlyInAnyOrder(COLLECTIONS);
			assertThat(sent.speculative).isEmpty();
			assertThat(sent.avoided).hasSize(90 - 7)
				.allMatch((avoided) -> avoided.endsWith(" BATCH"))
				.contains("Festival.stages.slots BATCH", "Festival.address.phones BATCH");
		}

		@Test
		void reportsStatementsOneByOne() {
			Sent sent = this.oneByOne.sent();
			sent.clear();
			festivals(this.oneByOne).findAll();
			assertThat(sent.executed).hasSize(90).contains(COLLECTIONS);
			assertThat(sent.avoided).isEmpty();
			assertThat(sent.speculative).isEmpty();
		}

		private static FestivalRepository festivals(Application application) {
			return application.get(FestivalRepository.class);
		}

		private static List<Festival> inTransaction(Application application,
				Function<FestivalRepository, List<Festival>> finder) {
			List<Festival> found = application.transaction().execute((status) -> finder.apply(festivals(application)));
			return (found != null) ? found : List.of();
		}

		private void compare(Function<Application, List<Festival>> finder, int stock, int starter) {
			List<Festival> expected = finder.apply(this.stock);
			assertThat(expected).isNotEmpty();
			assertThat(finder.apply(this.starter)).usingRecursiveComparison().isEqualTo(expected);
			assertThat(this.stock.statements(() -> finder.apply(this.stock)).selects()).isEqualTo(stock);
			Sent sent = this.starter.sent();
			sent.clear();
			assertThat(this.starter.statements(() -> finder.apply(this.starter)).statements()).hasSize(starter);
			assertThat(stock - starter).isEqualTo(sent.avoided.size() - sent.speculative.size());
		}

	}

}
