package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.through.Justice.Criminal;
import io.inverseof.it.through.Justice.Criminals;
import io.inverseof.it.through.Justice.Prison;
import io.inverseof.it.through.Justice.Prisons;
import io.inverseof.it.through.Justice.Sentence;
import io.inverseof.it.through.Justice.Sentences;
import io.inverseof.it.through.Justice.Visit;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Adding makes a join aggregate that either end saves, removing deletes it and nothing
 * else.
 */
class ThroughSavingIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	/** Saving does not depend on what reading shares. */
	@Nested
	@TestPropertySource(properties = { "spring.datasource.generate-unique-name=true", "inverseof.enabled=false" })
	class SwitchedOff extends EachDatabase {

	}

	@SpringBootTest(classes = Justice.class)
	abstract static class EachDatabase {

		@Autowired
		Prisons prisons;

		@Autowired
		Criminals criminals;

		@Autowired
		Sentences sentences;

		@Autowired
		StatementCounter statements;

		@Autowired
		AssociationOperations associations;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		Tables tables;

		@BeforeEach
		void resetData() {
			this.tables.empty();
		}

		private Prison loaded(Prison prison) {
			return this.prisons.findById(Objects.requireNonNull(prison.id)).orElseThrow();
		}

		private Prison prisonWith(String... names) {
			Prison prison = Prison.named("Alcatraz");
			for (String name : names) {
				prison.criminals().add(Criminal.named(name));
			}
			return this.prisons.save(prison);
		}

		private void assertNothingPending(Prison prison) {
			assertThat(Sent.kinds(this.statements, () -> this.prisons.save(prison))).containsExactly("update prison");
		}

		@Test
		void savesAllFromTheOwner() {
			Prison prison = Prison.named("Alcatraz");
			Criminal criminal = prison.criminals().build((built) -> built.name = "Al");
			assertThat(Sent.kinds(this.statements, () -> this.prisons.save(prison)))
				.containsExactly("insert into prison", "insert into criminal", "insert into sentence");
			assertThat(this.tables.rows()).isEqualTo(3);
			assertThat(criminal.sentences()).singleElement().isSameAs(prison.sentences().get(0));
			assertNothingPending(prison);
		}

		@Test
		void savesAllFromTheTarget() {
			Prison prison = Prison.named("Alcatraz");
			Criminal criminal = prison.criminals().build((built) -> built.name = "Al");
			assertThat(Sent.kinds(this.statements, () -> this.criminals.save(criminal)))
				.containsExactlyInAnyOrder("insert into prison", "insert into criminal", "insert into sentence");
			assertThat(this.tables.rows()).isEqualTo(3);
			assertNothingPending(prison);
			assertThat(Sent.kinds(this.statements, () -> this.criminals.save(criminal)))
				.containsExactly("update criminal", "delete from alias");
		}

		@Test
		void savesANewTargetOfAnExistingOwner() {
			Prison prison = loaded(prisonWith());
			prison.criminals().build((built) -> built.name = "Al");
			assertThat(prison.criminals().isLoaded()).isFalse();
			this.prisons.save(prison);
			assertThat(this.tables.column("name", "criminal", "id")).containsExactly("Al");
			assertThat(loaded(prison).criminals()).hasSize(1);
			assertNothingPending(prison);
		}

		@Test
		void savesAnExistingTargetFromItself() {
			Prison prison = loaded(prisonWith());
			Criminal criminal = this.criminals.save(Criminal.named("Al"));
			assertThat(prison.criminals().add(criminal)).isTrue();
			assertThat(prison.criminals().add(criminal)).isFalse();
			this.criminals.save(criminal);
			assertThat(this.tables.rows("sentence")).isEqualTo(1);
			assertNothingPending(prison);
		}

		@Test
		void createsAtOnce() {
			Prison prison = loaded(prisonWith());
			Criminal criminal = prison.criminals().create((created) -> created.name = "Al");
			assertThat(this.tables.rows("sentence")).isEqualTo(1);
			assertThat(prison.criminals()).singleElement().isSameAs(criminal);
			assertNothingPending(prison);
		}

		@Test
		void fillsTheScopeOfTheJoinAggregates() {
			Prison prison = Prison.named("Alcatraz");
			prison.lifers().add(Criminal.named("Al"));
			this.prisons.save(prison);
			assertThat(this.tables.column("years", "sentence", "id")).containsExactly(99);
		}

		@Test
		void deletesTheJoinRowAlone() {
			Prison prison = loaded(prisonWith("Al", "Bonnie"));
			Sentence sentence = this.sentences.findAll().get(0);
			sentence.visits.add(new Visit(null, "Ma"));
			this.sentences.save(sentence);
			Criminal al = prison.criminals().get(0);
			assertThat(prison.criminals().remove(al)).isTrue();
			assertThat(this.tables.rows("sentence")).isEqualTo(2);
			this.prisons.save(prison);
			assertThat(this.tables.rows("sentence")).isEqualTo(1);
			assertThat(this.tables.rows("visit")).isZero();
			assertThat(this.tables.rows("criminal")).isEqualTo(2);
			assertThat(prison.criminals()).extracting((criminal) -> criminal.name).containsExactly("Bonnie");
			assertNothingPending(prison);
		}

		@Test
		void deletesAllJoinRowsToATarget() {
			Prison prison = prisonWith("Al");
			this.sentences.save(Sentence.of(prison, prison.criminals().get(0)));
			Prison loaded = loaded(prison);
			loaded.criminals().clear();
			this.prisons.save(loaded);
			assertThat(this.tables.rows("sentence")).isZero();
			assertThat(this.tables.rows("criminal")).isEqualTo(1);
		}

		@Test
		void takesSentencesInMemoryFromBothEnds() {
			Prison prison = loaded(prisonWith("Al", "Bonnie"));
			prison.sentences().size();
			Criminal al = prison.criminals().get(0);
			al.sentences().size();
			prison.criminals().remove(al);
			assertThat(prison.sentences()).hasSize(1);
			assertThat(al.sentences()).isEmpty();
			assertThat(Sent.kinds(this.statements, () -> this.prisons.save(prison))).containsExactly("update prison",
					"select from sentence", "select from visit", "select from sentence", "delete from visit",
					"delete from sentence");
			assertThat(prison.sentences()).hasSize(1);
			assertNothingPending(prison);
		}

		@Test
		void forgetsWhatWasBuiltAndRemoved() {
			Prison prison = loaded(prisonWith());
			Criminal al = prison.criminals().build((built) -> built.name = "Al");
			prison.criminals().remove(al);
			assertThat(prison.sentences()).isEmpty();
			assertThat(al.sentences()).isEmpty();
			assertNothingPending(prison);
			assertThat(this.tables.rows()).isEqualTo(1);
		}

		@Test
		void keepsTheRowOfWhatIsAddedAgain() {
			Prison prison = loaded(prisonWith("Al"));
			Sentence sentence = prison.sentences().get(0);
			Criminal al = prison.criminals().get(0);
			prison.criminals().remove(al);
			prison.criminals().add(al);
			assertThat(prison.sentences()).containsExactly(sentence);
			assertThat(sentence.criminal().get()).isSameAs(al);
			assertNothingPending(prison);
			assertThat(this.tables.column("id", "sentence", "id")).containsExactly(sentence.id);
		}

		@Test
		void keepsTheRowWhenAnotherObjectOfItIsAdded() {
			Prison prison = loaded(prisonWith("Al", "Bonnie"));
			List<Object> before = this.tables.column("id", "sentence", "id");
			Criminal al = prison.criminals().remove(0);
			prison.criminals().add(this.criminals.findById(Objects.requireNonNull(al.id)).orElseThrow());
			this.prisons.save(prison);
			assertThat(this.tables.column("id", "sentence", "id")).isEqualTo(before);
			assertThat(prison.criminals()).hasSize(2);
		}

		@Test
		void deletesTheRowOfWhatWasAddedWithoutALook() {
			Prison saved = prisonWith("Al");
			Criminal al = this.criminals.findById(Objects.requireNonNull(saved.criminals().get(0).id)).orElseThrow();
			Prison prison = loaded(saved);
			prison.criminals().add(al);
			prison.criminals().remove(al);
			this.prisons.save(prison);
			assertThat(this.tables.rows("sentence")).isZero();
			assertThat(prison.criminals()).isEmpty();
		}

		@Test
		void forgetsWhatWasAddedAndRemovedWithoutARow() {
			Prison prison = loaded(prisonWith("Al"));
			Criminal bonnie = this.criminals.save(Criminal.named("Bonnie"));
			prison.criminals().add(bonnie);
			prison.criminals().remove(bonnie);
			assertNothingPending(prison);
			prison.criminals().add(bonnie);
			this.prisons.save(prison);
			assertThat(this.tables.rows("sentence")).isEqualTo(2);
		}

		@Test
		void replacesOnlyWhatDiffers() {
			Prison prison = loaded(prisonWith("Al", "Bonnie"));
			List<Object> before = this.tables.column("id", "sentence", "id");
			Criminal bonnie = prison.criminals().get(1);
			prison.criminals().replaceWith(List.of(bonnie, Criminal.named("Clyde")));
			this.prisons.save(prison);
			assertThat(this.tables.column("id", "sentence", "id")).hasSize(2).contains(before.get(1));
			assertThat(loaded(prison).criminals()).extracting((criminal) -> criminal.name)
				.containsExactly("Bonnie", "Clyde");
		}

		@Test
		void forgetsAfterARollback() {
			Prison prison = loaded(prisonWith("Al"));
			this.transaction.executeWithoutResult((status) -> {
				prison.criminals().clear();
				prison.criminals().build((built) -> built.name = "Bonnie");
				this.prisons.save(prison);
				status.setRollbackOnly();
			});
			assertThat(prison.criminals()).extracting((criminal) -> criminal.name).containsExactly("Al");
			assertThat(prison.sentences()).hasSize(1);
			assertNothingPending(prison);
		}

		@Test
		void staysPendingAfterARollback() {
			Prison prison = loaded(prisonWith("Al"));
			Criminal al = prison.criminals().get(0);
			prison.criminals().remove(al);
			Criminal bonnie = prison.criminals().build((built) -> built.name = "Bonnie");
			this.transaction.executeWithoutResult((status) -> {
				this.prisons.save(prison);
				status.setRollbackOnly();
			});
			assertThat(prison.criminals()).containsExactly(bonnie);
			this.prisons.save(prison);
			assertThat(loaded(prison).criminals()).extracting((criminal) -> criminal.name).containsExactly("Bonnie");
			assertThat(this.tables.rows("sentence")).isEqualTo(1);
		}

		@Test
		void deletesWithinASavepoint() {
			Prison prison = loaded(prisonWith("Al"));
			this.transaction.executeWithoutResult((status) -> {
				Object savepoint = status.createSavepoint();
				prison.criminals().clear();
				this.prisons.save(prison);
				status.rollbackToSavepoint(savepoint);
				assertThat(prison.criminals()).hasSize(1);
			});
			assertNothingPending(prison);
		}

	}

}
