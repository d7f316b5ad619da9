package io.inverseof.it.unitofwork;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The application of these tests.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class UnitOfWorkApplication {

	@Bean
	Observations observations() {
		return new Observations();
	}

}
