package io.inverseof.it.inheritance;

import io.inverseof.it.reading.OnH2;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.jdbc.TrackingDataAccessStrategy;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * The kennel of an application that makes its strategy itself.
 */
@SpringBootTest(classes = { Kennel.class, OwnStrategyIntegrationTests.Own.class })
@OnH2
class OwnStrategyIntegrationTests extends KennelTest {

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect, RuntimeSupplier runtime) {
			return new TrackingDataAccessStrategy(JdbcConfiguration.createDataAccessStrategy(operations, converter,
					QueryMappingConfiguration.EMPTY, dialect), operations, runtime);
		}

	}

}
