package io.inverseof.it.saving.failing;

import io.inverseof.it.support.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * {@link FailingDeletionsTests} on PostgreSQL.
 */
class PostgresFailingDeletionsIntegrationTests extends FailingDeletionsTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		PostgresServer.freshDatabase().registerWith(registry);
	}

}
