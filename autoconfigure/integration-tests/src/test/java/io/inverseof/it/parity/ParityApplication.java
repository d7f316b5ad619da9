package io.inverseof.it.parity;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * The application of these tests.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJdbcRepositories(considerNestedRepositories = true)
class ParityApplication {

	@Bean
	Journal journal() {
		return new Journal();
	}

}
