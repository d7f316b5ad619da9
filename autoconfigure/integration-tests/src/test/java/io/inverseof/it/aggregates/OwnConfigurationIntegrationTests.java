package io.inverseof.it.aggregates;

import java.util.stream.IntStream;

import io.inverseof.it.aggregates.Festivals.FestivalRepository;
import io.inverseof.it.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that define the beans of Spring Data JDBC themselves.
 */
class OwnConfigurationIntegrationTests {

	private final TestDatabase database = Database.H2.fresh();

	private String expected = "";

	@BeforeEach
	void plant() {
		Application.create(Database.H2, this.database, Festivals.SCHEMA);
		try (Application stock = Application.stock(this.database, Festivals.class)) {
			FestivalRepository festivals = stock.get(FestivalRepository.class);
			festivals.saveAll(IntStream.range(0, 10).mapToObj(Festivals::festival).toList());
			this.expected = Picture.of(festivals.findAll());
		}
	}

	@Test
	void configurationOfSpringDataReadsTogether() {
		assertThat(selects(OwnConfiguration.class)).isEqualTo(8);
	}

	/**
	 * Nothing is read ahead there, but what is nested in one festival is read together.
	 */
	@Test
	void strategyOfTheApplicationReadsNestedCollectionsTogether() {
		assertThat(selects(OwnStrategy.class)).isEqualTo(1 + 10 * 7);
	}

	private int selects(Class<?> configuration) {
		try (Application application = Application.withStarter(this.database, configuration)) {
			FestivalRepository festivals = application.get(FestivalRepository.class);
			assertThat(Picture.of(festivals.findAll())).isEqualTo(this.expected);
			return application.statements(festivals::findAll).selects();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Festivals.class)
	static class OwnConfiguration extends AbstractJdbcConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Festivals.class)
	static class OwnStrategy {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect);
		}

	}

}
