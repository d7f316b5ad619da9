package io.inverseof.it.through;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.MissingChildException;
import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.through.Justice.Alias;
import io.inverseof.it.through.Justice.Criminal;
import io.inverseof.it.through.Justice.Criminals;
import io.inverseof.it.through.Justice.Prison;
import io.inverseof.it.through.Justice.Prisons;
import io.inverseof.it.through.Justice.Sentence;
import io.inverseof.it.through.Justice.Sentences;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One query for an owner, one for all siblings, and one object for each row.
 */
class ThroughReadingIntegrationTests {

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
		UnitOfWork unitOfWork;

		@Autowired
		AssociationOperations associations;

		@Autowired
		MeterRegistry meters;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		Tables tables;

		Prison alcatraz = new Prison();

		Prison sing = new Prison();

		Criminal al = new Criminal();

		Criminal bonnie = new Criminal();

		Criminal clyde = new Criminal();

		@BeforeEach
		void resetData() {
			this.tables.empty();
			this.alcatraz = this.prisons.save(Prison.named("Alcatraz"));
			this.sing = this.prisons.save(Prison.named("Sing"));
			this.al = criminal("Al", 40);
			this.bonnie = criminal("Bonnie", 17);
			this.clyde = criminal("Clyde", 20);
			sentence(this.alcatraz, this.clyde, 1);
			sentence(this.alcatraz, this.al, 99);
			sentence(this.alcatraz, this.al, 5);
			sentence(this.alcatraz, this.bonnie, 99);
			sentence(this.sing, this.bonnie, 2);
		}

		private Criminal criminal(String name, int age) {
			Criminal criminal = Criminal.named(name);
			criminal.age = age;
			criminal.aliases.add(new Alias(null, name + "y"));
			return this.criminals.save(criminal);
		}

		private void sentence(Prison prison, Criminal criminal, int years) {
			Sentence sentence = Sentence.of(prison, criminal);
			sentence.years = years;
			this.sentences.save(sentence);
		}

		private Prison loaded(Prison prison) {
			return this.prisons.findById(id(prison.id)).orElseThrow();
		}

		private static Long id(Long id) {
			return Objects.requireNonNull(id);
		}

		private static List<String> names(List<Criminal> criminals) {
			return criminals.stream().map((criminal) -> Objects.requireNonNull(criminal.name)).toList();
		}

		@Test
		void readsEachTargetOnceByOneQuery() {
			Prison prison = loaded(this.alcatraz);
			assertThat(this.statements).during(() -> prison.criminals().size()).selects(2);
			assertThat(names(prison.criminals())).containsExactly("Al", "Bonnie", "Clyde");
		}

		@Test
		void readsInTheOtherDirection() {
			Criminal criminal = this.criminals.findById(id(this.bonnie.id)).orElseThrow();
			assertThat(this.statements).during(() -> criminal.prisons().size()).selects(1);
			assertThat(criminal.prisons()).extracting((prison) -> prison.name).containsExactly("Alcatraz", "Sing");
		}

		@Test
		void appliesTheScopesOfAllSteps() {
			assertThat(names(loaded(this.alcatraz).lifers())).containsExactly("Bonnie", "Al");
			assertThat(names(loaded(this.alcatraz).adults())).containsExactly("Al", "Clyde");
		}

		@Test
		void countsEachTargetOnce() {
			Prison prison = loaded(this.alcatraz);
			assertThat(this.statements).during(() -> assertThat(prison.criminals().count()).isEqualTo(3)).selects(1);
			assertThat(prison.lifers().count()).isEqualTo(2);
			assertThat(prison.adults().count()).isEqualTo(2);
			assertThat(prison.criminals().exists()).isTrue();
			assertThat(loaded(this.sing).lifers().exists()).isFalse();
			assertThat(prison.criminals().isLoaded()).isFalse();
		}

		@Test
		void readsPartsBySql() {
			Prison prison = loaded(this.alcatraz);
			assertThat(prison.criminals().first().orElseThrow().name).isEqualTo("Al");
			assertThat(names(prison.criminals().first(2))).containsExactly("Al", "Bonnie");
			assertThat(names(prison.criminals().last(2))).containsExactly("Bonnie", "Clyde");
			assertThat(names(prison.lifers().first(1))).containsExactly("Bonnie");
			assertThat(prison.criminals().isLoaded()).isFalse();
		}

		@Test
		void findsByIdAmongItsOwn() {
			Prison prison = loaded(this.sing);
			Criminal found = prison.criminals().find(id(this.bonnie.id));
			assertThat(found.name).isEqualTo("Bonnie");
			assertThatExceptionOfType(MissingChildException.class)
				.isThrownBy(() -> prison.criminals().find(id(this.al.id)));
			assertThat(prison.criminals()).singleElement().isSameAs(found);
		}

		@Test
		void loadsThoseOfSiblingsTogether() {
			List<Prison> all = this.prisons.findAll();
			assertThat(this.statements).during(() -> all.forEach((prison) -> prison.criminals().size())).selects(2);
			assertThat(all.get(0).criminals().get(1)).isSameAs(all.get(1).criminals().get(0));
			assertThat(names(all.get(0).criminals())).containsExactly("Al", "Bonnie", "Clyde");
			assertThat(names(all.get(1).criminals())).containsExactly("Bonnie");
			assertThat(all.get(0).criminals().get(0).aliases).hasSize(1);
		}

		@Test
		void keepsTheOrderOfTheScopeForSiblings() {
			List<Prison> all = this.prisons.findAll();
			all.forEach((prison) -> prison.lifers().size());
			assertThat(names(all.get(0).lifers())).containsExactly("Bonnie", "Al");
			assertThat(all.get(1).lifers()).isEmpty();
		}

		@Test
		void loadsHundredTogether() {
			for (int i = 0; i < 100; i++) {
				sentence(this.prisons.save(Prison.named("P" + i)), this.clyde, 1);
			}
			List<Prison> all = this.prisons.findAll();
			assertThat(this.statements).during(() -> all.forEach((prison) -> prison.criminals().size())).selects(4);
			assertThat(all).allSatisfy((prison) -> assertThat(prison.criminals()).isNotEmpty());
		}

		@Test
		void preloadsAlongAPath() {
			List<Prison> all = this.prisons.findAll();
			this.associations.preload(all, "criminals.prisons");
			assertThat(this.statements).during(
					() -> all.forEach((prison) -> prison.criminals().forEach((criminal) -> criminal.prisons().size())))
				.selects(0);
		}

		@Test
		void tellsTheTruthAboutWhatItSaves() {
			Truth truth = new Truth(this.statements, this.unitOfWork, this.meters);
			truth.of(() -> this.prisons.findAll().stream().map((prison) -> names(prison.lifers())).toList());
			truth.of(() -> {
				List<Object> found = new ArrayList<>();
				for (Prison prison : this.prisons.findAll()) {
					prison.sentences().forEach((sentence) -> found.add(sentence.years));
					found.add(names(prison.adults()));
				}
				return found;
			});
			truth.of(() -> {
				List<Object> found = new ArrayList<>();
				for (Prison prison : this.prisons.findAll()) {
					found.add(names(prison.criminals()));
					prison.sentences()
						.forEach((sentence) -> found.add(Objects.requireNonNull(sentence.criminal().get().name)));
				}
				return found;
			});
		}

		@Test
		void readsNaively() {
			List<Prison> all = this.prisons.findAll();
			this.unitOfWork.naive()
				.run(() -> assertThat(this.statements).during(() -> all.forEach((prison) -> prison.criminals().size()))
					.selects(6));
		}

		@Test
		void keepsTheObjectsThatSentencesLedTo() {
			Prison prison = loaded(this.alcatraz);
			Criminal first = prison.sentences().get(0).criminal().get();
			assertThat(prison.criminals()).contains(first);
			assertThat(prison.criminals().get(2)).isSameAs(first);
		}

		@Test
		void leadsSentencesToTheObjectsThatWereLoaded() {
			Prison prison = loaded(this.alcatraz);
			prison.sentences().size();
			Criminal last = prison.criminals().get(2);
			assertThat(this.statements)
				.during(() -> assertThat(prison.sentences().get(0).criminal().get()).isSameAs(last))
				.selects(0);
		}

		@Test
		void leadsSentencesThatAreLoadedLaterToTheSameObjects() {
			Prison prison = loaded(this.alcatraz);
			Criminal last = prison.criminals().get(2);
			prison.sentences().size();
			assertThat(this.statements)
				.during(() -> assertThat(prison.sentences().get(0).criminal().get()).isSameAs(last))
				.selects(0);
		}

		@Test
		void noticesThatASentenceWasWrittenSinceItReadAhead() {
			List<Prison> all = this.prisons.findAll();
			all.get(0).criminals().size();
			sentence(this.sing, this.al, 3);
			assertThat(names(all.get(1).criminals())).containsExactly("Al", "Bonnie");
		}

		@Test
		void noticesThatASentenceWasDeletedSinceItReadAhead() {
			List<Prison> all = this.prisons.findAll();
			all.get(0).criminals().size();
			this.sentences.deleteAll();
			assertThat(all.get(1).criminals()).isEmpty();
		}

		@Test
		void readsInATransaction() {
			this.transaction.executeWithoutResult((status) -> {
				List<Prison> all = this.prisons.findAll();
				assertThat(this.statements).during(() -> all.forEach((prison) -> prison.criminals().size())).selects(2);
			});
		}

	}

}
