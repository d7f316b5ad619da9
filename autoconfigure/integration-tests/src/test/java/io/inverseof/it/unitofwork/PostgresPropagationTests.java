package io.inverseof.it.unitofwork;

import io.inverseof.it.support.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * {@link PropagationTests} on PostgreSQL.
 */
class PostgresPropagationTests extends PropagationTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		PostgresServer.freshDatabase().registerWith(registry);
	}

}
