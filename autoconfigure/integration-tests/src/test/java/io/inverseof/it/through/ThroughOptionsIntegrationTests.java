package io.inverseof.it.through;

import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.StrictLoadingException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.through.Justice.Criminal;
import io.inverseof.it.through.Justice.Prison;
import io.inverseof.it.through.Justice.Prisons;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What other annotations and settings mean for an association that goes through another
 * one.
 */
@OnH2
@SpringBootTest(classes = Justice.class)
class ThroughOptionsIntegrationTests {

	@Autowired
	Prisons prisons;

	@Autowired
	StatementCounter statements;

	@Autowired
	AssociationOperations associations;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Tables tables;

	@BeforeEach
	void givenPrisons() {
		this.tables.empty();
		for (int i = 0; i < 4; i++) {
			Prison prison = Prison.named("prison " + i);
			prison.criminals().add(Criminal.named("criminal " + i));
			this.prisons.save(prison);
		}
	}

	@Test
	void preloadsWhatARepositoryMethodNames() {
		List<Prison> all = this.prisons.findByNameStartingWith("prison");
		assertThat(this.statements).during(() -> assertThat(all).allSatisfy((prison) -> {
			assertThat(prison.criminals().isLoaded()).isTrue();
			assertThat(prison.criminals()).hasSize(1);
		})).none();
	}

	@Test
	void asksForAsManyKeysAsTheBatchSizeSays() {
		List<Prison> all = this.prisons.findAll();
		assertThat(Sent.kinds(this.statements, () -> all.forEach((prison) -> prison.inTwos().size())))
			.containsExactly("select from criminal", "select from alias", "select from criminal", "select from alias");
	}

	@Test
	void neverLoadsStrictly() {
		Prison prison = this.prisons.findAll().get(0);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> prison.strictly().size())
			.withMessageContaining("Prison.strictly");
		prison.strictly().add(Criminal.named("Al"));
		this.prisons.save(prison);
		this.associations.preload(List.of(prison), "strictly");
		assertThat(prison.strictly()).hasSize(2);
	}

	@Nested
	@TestPropertySource(properties = { "spring.datasource.generate-unique-name=true", "inverseof.batch-size=1",
			"inverseof.n-plus-one.threshold=3" })
	class OneByOne {

		@Test
		void suspectsThatRowsAreReadOneByOne() {
			double before = suspected();
			ThroughOptionsIntegrationTests.this.prisons.findAll().forEach((prison) -> prison.criminals().size());
			assertThat(suspected()).isEqualTo(before + 1);
		}

		private double suspected() {
			return ThroughOptionsIntegrationTests.this.meters.find("inverseof.nplusone.suspected")
				.tag("association", "Prison.criminals")
				.counters()
				.stream()
				.mapToDouble(Counter::count)
				.sum();
		}

	}

}
