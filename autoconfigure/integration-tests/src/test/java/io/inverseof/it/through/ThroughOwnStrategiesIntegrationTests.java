package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.through.Justice.Criminal;
import io.inverseof.it.through.Justice.Prison;
import io.inverseof.it.through.Justice.Prisons;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.DefaultQueryMappingConfiguration;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same where an application says itself how rows are read.
 */
class ThroughOwnStrategiesIntegrationTests {

	@Nested
	@OnH2
	@SpringBootTest(classes = { Justice.class, OwnStrategy.class })
	class WithStrategy extends EachStrategy {

	}

	@Nested
	@OnH2
	@SpringBootTest(classes = { Justice.class, OwnRowMapper.class })
	class WithRowMapper extends EachStrategy {

	}

	abstract static class EachStrategy {

		@Autowired
		Prisons prisons;

		@Autowired
		StatementCounter statements;

		@Autowired
		Tables tables;

		@BeforeEach
		void resetData() {
			this.tables.empty();
		}

		@Test
		void readsAndWrites() {
			Prison alcatraz = Prison.named("Alcatraz");
			Criminal al = Criminal.named("Al");
			alcatraz.criminals().addAll(List.of(al, Criminal.named("Bonnie")));
			Prison sing = Prison.named("Sing");
			sing.criminals().add(al);
			this.prisons.saveAll(List.of(alcatraz, sing));
			List<Prison> all = this.prisons.findAll();
			assertThat(all.stream().map((prison) -> prison.criminals().size())).containsExactly(2, 1);
			assertThat(all.get(0).criminals().get(0)).isSameAs(all.get(1).criminals().get(0));
			Prison loaded = this.prisons.findById(Objects.requireNonNull(alcatraz.id)).orElseThrow();
			assertThat(loaded.criminals().count()).isEqualTo(2);
			assertThat(loaded.criminals().exists()).isTrue();
			loaded.criminals().remove(0);
			this.prisons.save(loaded);
			assertThat(this.tables.rows("sentence")).isEqualTo(2);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnStrategy {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRowMapper extends AbstractJdbcConfiguration {

		OwnRowMapper() {
			RowMapper<Criminal> mapper = (row, number) -> {
				Criminal criminal = Criminal.named("mapped");
				criminal.id = row.getLong("id");
				return criminal;
			};
			setQueryMappingConfiguration(
					Optional.of(new DefaultQueryMappingConfiguration().registerRowMapper(Criminal.class, mapper)));
		}

	}

}
