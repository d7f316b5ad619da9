package io.inverseof.it.zoo;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ZooH2IntegrationTests extends ZooComparison {

	ZooH2IntegrationTests() {
		super(Database.H2);
	}

	@TestFactory
	Stream<DynamicNode> starterEqualsStock() {
		return compare(Host.SPRING_BOOT, Layer.STARTER);
	}

	@TestFactory
	Stream<DynamicNode> starterThatBatchesReadsTheSameWithFewerStatements() {
		return compare(Host.SPRING_BOOT, Layer.BATCHING);
	}

	@TestFactory
	Stream<DynamicNode> starterThatIsSwitchedOffEqualsStock() {
		return compare(Host.SPRING_BOOT, Layer.SWITCHED_OFF);
	}

	@TestFactory
	Stream<DynamicNode> starterThatBatchesUnderAnOwnConfigurationReadsTheSame() {
		return compare(Host.OWN_CONFIGURATION, Layer.BATCHING);
	}

	@TestFactory
	Stream<DynamicNode> starterUnderAnOwnConfigurationEqualsStock() {
		return compare(Host.OWN_CONFIGURATION, Layer.STARTER);
	}

}
