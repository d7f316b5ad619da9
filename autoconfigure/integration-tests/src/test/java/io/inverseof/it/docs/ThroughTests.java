package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The associations of {@code docs/associations.md} and {@code docs/saving.md} that go
 * through others.
 */
@DocsTest
class ThroughTests {

	@Autowired
	private Prisons prisons;

	@Autowired
	private Criminals criminals;

	@Autowired
	private StatementCounter statements;

	private Prison prison;

	@BeforeEach
	void save() {
		Prison alcatraz = new Prison().name("Alcatraz");
		alcatraz.criminals().build(c -> c.name("Al"));
		prison = prisons.findById(prisons.save(alcatraz).id()).orElseThrow();
	}

	@Test
	void readsByOneQuery() {
		assertThat(statements).during(() -> {
			// tag::through-read[]
			prison.criminals().size(); // one SELECT
			Criminal al = prison.criminals().get(0);
			prison.sentences().get(0).criminal().get(); // al, without a SELECT
			// end::through-read[]
			assertThat(prison.sentences().get(0).criminal().get()).isSameAs(al);
		}).selects(2);
	}

	@Test
	void buildsTheJoinAggregate() {
		// tag::through-build[]
		Criminal bonnie = prison.criminals().build(c -> c.name("Bonnie"));
		prison.sentences(); // ends with a sentence that has both
		prisons.save(prison); // or criminals.save(bonnie)
		// end::through-build[]
		assertThat(bonnie.sentences()).hasSize(1);
		assertThat(prisons.findById(prison.id()).orElseThrow().criminals()).extracting(Criminal::name)
			.containsExactly("Al", "Bonnie");
		assertThat(criminals.findById(bonnie.id()).orElseThrow().prisons()).hasSize(1);
	}

	@Test
	void sendsTheStatementsThatTheDocumentationPrints() {
		prison.criminals().build(c -> c.name("Bonnie"));
		PrintedSql.assertContains(statements.countDuring(() -> prisons.save(prison)).statements());
		prison.criminals().remove(0);
		List<String> sent = statements.countDuring(() -> prisons.save(prison)).statements();
		PrintedSql.assertContains(sent);
	}

	@Test
	void deletesTheJoinRow() {
		// tag::through-remove[]
		prison.criminals().remove(0);
		prisons.save(prison); // deletes the sentence, not the criminal
		// end::through-remove[]
		assertThat(prisons.findById(prison.id()).orElseThrow().criminals()).isEmpty();
	}

}
