package io.inverseof.it.parity;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * The application of these tests.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJdbcRepositories(considerNestedRepositories = true,
		excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.inverseof\\.it\\.parity\\.[a-z]+\\..*"))
class ParityApplication {

	@Bean
	Journal journal() {
		return new Journal();
	}

}
