package io.inverseof.it.unitofwork;

import io.inverseof.it.support.PostgresServer;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * {@link RollbackTests} on PostgreSQL.
 */
class PostgresRollbackTests extends RollbackTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		PostgresServer.freshDatabase().registerWith(registry);
	}

}
