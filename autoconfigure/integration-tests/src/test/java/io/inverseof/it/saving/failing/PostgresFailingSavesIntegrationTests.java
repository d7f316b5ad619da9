package io.inverseof.it.saving.failing;

import io.inverseof.it.support.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * {@link FailingSavesTests} on PostgreSQL.
 */
class PostgresFailingSavesIntegrationTests extends FailingSavesTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		PostgresServer.freshDatabase().registerWith(registry);
	}

}
