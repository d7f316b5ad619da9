package io.inverseof.it.saving.insert;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.inverseof.BelongsTo;
import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Catalog.CopyOf;
import io.inverseof.it.saving.insert.Catalog.Copies;
import io.inverseof.it.saving.insert.Catalog.Edition;
import io.inverseof.it.saving.insert.Catalog.Editions;
import io.inverseof.it.saving.insert.Catalog.Genre;
import io.inverseof.it.saving.insert.Catalog.Genres;
import io.inverseof.it.saving.insert.Catalog.Label;
import io.inverseof.it.saving.insert.Catalog.Labels;
import io.inverseof.it.saving.insert.Catalog.Track;
import io.inverseof.it.saving.insert.Catalog.Tracks;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records cannot be changed, so that saving one makes another of it.
 */
class RecordsIntegrationTests {

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

	@SpringBootTest(classes = Catalog.class)
	abstract static class EachDatabase {

		@Autowired
		Labels labels;

		@Autowired
		Tracks tracks;

		@Autowired
		Genres genres;

		@Autowired
		Editions editions;

		@Autowired
		Copies copies;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.jdbc.update("update genre set parent_id = null");
			this.jdbc.update("update node set parent_id = null");
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		@Test
		void insertsANewRecordBeforeTheOneThatRefersToIt() {
			List<String> sent = sent(() -> {
				Track saved = this.tracks.save(Track.of("one", Label.named("Blue")));
				assertThat(saved.id()).isNotNull();
				assertThat(saved.label().getId()).isNotNull();
				assertThat(saved.label().get()).isEqualTo(new Label(saved.label().getId(), "Blue"));
			});
			assertThat(sent).containsExactly("insert into label", "insert into track");
		}

		@Test
		void insertsOnceWhatSeveralRecordsOfOneCallShare() {
			Label blue = Label.named("Blue");
			List<Track> saved = new ArrayList<>();
			List<String> sent = sent(() -> saved.addAll(this.tracks
				.saveAll(List.of(Track.of("one", blue), Track.of("two", blue), Track.of("three", blue)))));
			assertThat(sent).containsExactly("insert into label", "insert into track");
			Label label = saved.get(0).label().get();
			assertThat(saved).extracting(Track::title).containsExactly("one", "two", "three");
			assertThat(saved).allSatisfy((track) -> assertThat(track.label().get()).isSameAs(label));
			assertThat(this.tables.rows("label")).isOne();
		}

		@Test
		void insertsEqualRecordsThatAreNotTheSameEach() {
			this.tracks.saveAll(List.of(Track.of("one", Label.named("Blue")), Track.of("two", Label.named("Blue"))));
			assertThat(this.tables.rows("label")).isEqualTo(2);
		}

		@Test
		void insertsOnceWhatSeveralCallsOfATransactionShare() {
			Label blue = Label.named("Blue");
			List<String> sent = sent(() -> this.transaction.executeWithoutResult((status) -> saveInTwoCalls(blue)));
			assertThat(sent).containsExactly("insert into label", "insert into track", "insert into track");
			assertThat(this.tables.rows("label")).isOne();
		}

		@Test
		void insertsOnceWhatSeveralCallsOfAUnitOfWorkShare() {
			Label blue = Label.named("Blue");
			List<String> sent = sent(() -> this.unitOfWork.run(() -> saveInTwoCalls(blue)));
			assertThat(sent).containsExactly("insert into label", "insert into track", "insert into track");
			assertThat(this.tables.rows("label")).isOne();
		}

		private void saveInTwoCalls(Label blue) {
			Track one = this.tracks.save(Track.of("one", blue));
			Track two = this.tracks.save(Track.of("two", blue));
			assertThat(two.label().getId()).isNotNull().isEqualTo(one.label().getId());
		}

		@Test
		void takesTheSavedRecordForOneThatWasSavedByItsRepository() {
			Label blue = Label.named("Blue");
			List<String> sent = sent(() -> this.transaction.executeWithoutResult((status) -> {
				Label saved = this.labels.save(blue);
				Track track = this.tracks.save(Track.of("one", blue));
				assertThat(track.label().getId()).isEqualTo(saved.id());
			}));
			assertThat(sent).containsExactly("insert into label", "insert into track");
		}

		@Test
		void anotherTransactionAfterARollbackInsertsAgain() {
			Label blue = Label.named("Blue");
			this.transaction.executeWithoutResult((status) -> {
				this.tracks.save(Track.of("one", blue));
				status.setRollbackOnly();
			});
			Track saved = this.tracks.save(Track.of("one", blue));
			assertThat(this.tables.column("id", "label", "id")).containsExactly(saved.label().getId());
		}

		@Test
		void updatesARecordThatGetsANewTarget() {
			Track track = this.tracks.save(Track.of("one", Label.named("Blue")));
			Track moved = new Track(track.id(), track.title(), BelongsTo.to(Label.named("Red")));
			assertThat(sent(() -> this.tracks.save(moved))).containsExactly("insert into label", "update track");
			assertThat(this.labels.findById(this.tracks.findAll().get(0).label().getId())).map(Label::name)
				.contains("Red");
		}

		@Test
		void insertsAChainOfRecords() {
			Genre leaf = Genre.root("music").below("jazz").below("bebop");
			List<String> sent = sent(() -> {
				Genre saved = this.genres.save(leaf);
				assertThat(saved.parent().get().parent().get().name()).isEqualTo("music");
			});
			assertThat(sent).containsExactly("insert into genre", "insert into genre", "insert into genre");
			assertThat(this.tables.rows("genre")).isEqualTo(3);
		}

		@Test
		void insertsRecordsOfOneCallThatReferToEachOtherOnce() {
			Genre music = Genre.root("music");
			Genre jazz = music.below("jazz");
			Genre bebop = jazz.below("bebop");
			Genre swing = jazz.below("swing");
			List<Genre> saved = new ArrayList<>();
			List<String> sent = sent(() -> saved.addAll(this.genres.saveAll(List.of(bebop, swing, jazz, music))));
			assertThat(sent).containsExactly("insert into genre", "insert into genre", "insert into genre");
			assertThat(saved).extracting(Genre::name).containsExactly("bebop", "swing", "jazz", "music");
			assertThat(saved.get(0).parent().getId()).isEqualTo(saved.get(2).id());
			assertThat(saved.get(1).parent().getId()).isEqualTo(saved.get(2).id());
			assertThat(saved.get(2).parent().getId()).isEqualTo(saved.get(3).id());
			assertThat(saved.get(0).parent().get()).isSameAs(saved.get(2));
		}

		@Test
		void insertsRecordsWhoseAssignedIdsHaveAVersion() {
			Edition edition = new Edition(UUID.randomUUID(), null, 1959);
			CopyOf one = new CopyOf(UUID.randomUUID(), null, BelongsTo.to(edition));
			CopyOf two = new CopyOf(UUID.randomUUID(), null, BelongsTo.to(edition));
			List<CopyOf> saved = new ArrayList<>();
			List<String> sent = sent(() -> saved.addAll(this.copies.saveAll(List.of(one, two))));
			assertThat(sent).containsExactly("insert into edition", "insert into copy_of");
			assertThat(saved).allSatisfy((copy) -> {
				assertThat(copy.version()).isZero();
				assertThat(copy.edition().get().version()).isZero();
			});
			assertThat(this.tables.rows("edition")).isOne();
		}

	}

}
