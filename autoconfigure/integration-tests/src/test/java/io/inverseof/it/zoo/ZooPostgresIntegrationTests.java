package io.inverseof.it.zoo;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ZooPostgresIntegrationTests extends ZooComparison {

	ZooPostgresIntegrationTests() {
		super(Database.POSTGRES);
	}

	@TestFactory
	Stream<DynamicNode> starterEqualsStock() {
		return compare(Host.SPRING_BOOT, Layer.STARTER);
	}

	@TestFactory
	Stream<DynamicNode> starterThatBatchesReadsTheSameWithFewerStatements() {
		return compare(Host.SPRING_BOOT, Layer.BATCHING);
	}

	/**
	 * On PostgreSQL only, for Spring Data does not do it on H2.
	 */
	@TestFactory
	Stream<DynamicNode> starterWithSingleQueryLoadingEqualsStock() {
		return compare(Host.SINGLE_QUERY_LOADING, Layer.STARTER);
	}

}
