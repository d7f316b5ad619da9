package io.inverseof.it.aggregates;

import java.util.List;
import java.util.stream.IntStream;

import io.inverseof.it.aggregates.Festivals.Festival;
import io.inverseof.it.aggregates.Festivals.FestivalRepository;
import io.inverseof.it.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyFestivalsIntegrationTests {

	private static final int PATHS = 7;

	private Application stock;

	private Application starter;

	@BeforeAll
	void start() {
		TestDatabase fresh = Database.H2.fresh();
		Application.create(Database.H2, fresh, Festivals.SCHEMA);
		this.stock = Application.stock(fresh, Festivals.class);
		this.starter = Application.withStarter(fresh, Festivals.class);
		this.stock.get(FestivalRepository.class)
			.saveAll(IntStream.range(0, 1210).mapToObj(Festivals::festival).toList());
	}

	@AfterAll
	void stop() {
		this.stock.close();
		this.starter.close();
	}

	@Test
	void chunksOfHundredRootsTakeOneStatementForEachPath() {
		List<Festival> expected = this.stock.get(FestivalRepository.class).findAll();
		FestivalRepository festivals = this.starter.get(FestivalRepository.class);
		assertThat(Picture.of(festivals.findAll())).isEqualTo(Picture.of(expected));
		assertThat(this.starter.statements(festivals::findAll).selects()).isEqualTo(1 + 13 * PATHS);
	}

	/**
	 * The last chunk is smaller, which can be seen by the two columns of a song's key
	 * only.
	 */
	@Test
	void textOfStatementsHardlyDependsOnTheNumberOfRoots() {
		FestivalRepository festivals = this.starter.get(FestivalRepository.class);
		assertThat(this.starter.statements(festivals::findAll).statements().stream().distinct()).hasSize(1 + PATHS + 1);
	}

	@Test
	void largerBatchesAreDividedByTheirKeys() {
		try (Application large = Application.withStarter(this.starter.database(), Festivals.class,
				"inverseof.aggregate-batch-size=5000")) {
			FestivalRepository festivals = large.get(FestivalRepository.class);
			large.sent().clear();
			assertThat(large.statements(festivals::findAll).selects()).isEqualTo(1 + 5 * 2 + 3 + 5);
			Sent sent = large.sent();
			assertThat(1 + 1210 * 9 - (1 + 18)).isEqualTo(sent.avoided.size() - sent.speculative.size());
		}
	}

}
