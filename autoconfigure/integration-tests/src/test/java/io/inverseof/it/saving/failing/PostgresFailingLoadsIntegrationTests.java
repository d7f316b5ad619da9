package io.inverseof.it.saving.failing;

import io.inverseof.it.support.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * {@link FailingLoadsTests} on PostgreSQL.
 */
class PostgresFailingLoadsIntegrationTests extends FailingLoadsTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		PostgresServer.freshDatabase().registerWith(registry);
	}

}
