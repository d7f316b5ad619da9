package io.inverseof.it.counting;

import java.util.List;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Cities;
import io.inverseof.it.counting.Press.City;
import io.inverseof.it.counting.Press.Countries;
import io.inverseof.it.counting.Press.Country;
import io.inverseof.it.counting.Press.Desk;
import io.inverseof.it.counting.Press.Desks;
import io.inverseof.it.counting.Press.Issue;
import io.inverseof.it.counting.Press.Issues;
import io.inverseof.it.counting.Press.Note;
import io.inverseof.it.counting.Press.Notes;
import io.inverseof.it.counting.Press.Paper;
import io.inverseof.it.counting.Press.Papers;
import io.inverseof.it.counting.Press.Remark;
import io.inverseof.it.counting.Press.Remarks;
import io.inverseof.it.counting.Press.Topic;
import io.inverseof.it.counting.Press.Topics;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Trees, composite and assigned ids, versions, records, plain keys, circles.
 */
class ShapesIntegrationTests {

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

	abstract static class EachDatabase extends CountingTest {

		@Autowired
		Topics topics;

		@Autowired
		Notes notes;

		@Autowired
		Desks desks;

		@Autowired
		Papers papers;

		@Autowired
		Issues issues;

		@Autowired
		Remarks remarks;

		@Autowired
		Countries countries;

		@Autowired
		Cities cities;

		@Test
		void aTreeCountsItsChildren() {
			Topic root = Topic.named("root");
			Topic left = Topic.named("left");
			root.children().add(left);
			root.children().add(Topic.named("right"));
			left.children().add(Topic.named("leaf"));
			this.topics.save(root);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(2, 1, 0, 0);
			assertThat(root.childrenCount).isEqualTo(2);
			assertThat(left.childrenCount).isOne();
			Topic leaf = left.children().get(0);
			leaf.parent().set(root);
			this.topics.save(leaf);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(3, 0, 0, 0);
			assertThat(root.childrenCount).isEqualTo(3);
			assertThat(left.childrenCount).isZero();
		}

		@Test
		void aRowMayReferToItself() {
			Topic topic = this.topics.save(Topic.named("self"));
			topic.parent().set(topic);
			this.topics.save(topic);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(1);
			assertThat(topic.childrenCount).isOne();
			topic.parent().set(null);
			this.topics.save(topic);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(0);
			assertThat(topic.childrenCount).isZero();
		}

		@Test
		void aPlainKeyIsCounted() {
			Note note = new Note();
			note.authorId = this.ada.id;
			this.notes.save(note);
			assertNotes(1, 0);
			note.authorId = this.grace.id;
			this.notes.save(note);
			assertNotes(0, 1);
			note.author().set(this.ada);
			this.notes.save(note);
			assertNotes(1, 0);
			assertThat(this.ada.statistics.notesCount).isOne();
			this.notes.delete(note);
			assertNotes(0, 0);
			assertThat(this.ada.statistics.notesCount).isZero();
		}

		private void assertNotes(int ada, int grace) {
			assertThat(this.tables.column("stat_notes_count", "author", "id")).containsExactly(ada, grace);
		}

		@Test
		void aCompositeKeyIsCounted() {
			Desk north = this.desks.save(Desk.at("north", 1));
			Desk south = Desk.at("south", 2);
			south.papers().add(Paper.named("new"));
			this.desks.save(south);
			assertThat(List.of(north.papersCount, south.papersCount)).containsExactly(0, 1);
			Paper paper = south.papers().get(0);
			north.papers().add(paper);
			this.desks.save(north);
			assertThat(this.tables.column("papers_count", "desk", "room")).containsExactly(1, 0);
			assertThat(List.of(north.papersCount, south.papersCount)).containsExactly(1, 0);
			this.papers.delete(paper);
			assertThat(this.tables.column("papers_count", "desk", "room")).containsExactly(0, 0);
			assertThat(List.of(north.papersCount, south.papersCount)).containsExactly(0, 0);
		}

		@Test
		void theVersionOfTheTargetGoesUpWithTheCounter() {
			Desk desk = this.desks.save(Desk.at("north", 1));
			Integer version = Objects.requireNonNull(desk.version);
			Paper paper = Paper.named("one");
			paper.desk().set(desk);
			this.papers.save(paper);
			assertThat(desk.version).isEqualTo(version + 1);
			assertThat(this.tables.column("version", "desk", "room")).containsExactly(version + 1);
			this.desks.save(desk);
			assertThat(this.tables.column("papers_count", "desk", "room")).containsExactly(1);
		}

		@Test
		void aStaleTargetStaysStale() {
			Desk desk = this.desks.save(Desk.at("north", 1));
			Desk stale = this.desks.findById(Objects.requireNonNull(desk.id)).orElseThrow();
			this.desks.save(desk);
			Paper paper = Paper.named("one");
			paper.desk().set(stale);
			this.papers.save(paper);
			assertThat(stale.papersCount).isOne();
			assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.desks.save(stale));
		}

		@Test
		void aStaleChildCountsNothing() {
			Desk north = this.desks.save(Desk.at("north", 1));
			Desk south = this.desks.save(Desk.at("south", 2));
			Paper paper = Paper.named("one");
			paper.desk().set(north);
			this.papers.save(paper);
			Paper stale = this.papers.findById(Objects.requireNonNull(paper.id)).orElseThrow();
			Paper outdated = this.papers.findById(Objects.requireNonNull(paper.id)).orElseThrow();
			this.papers.save(paper);
			stale.desk().set(south);
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.papers.save(stale));
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.papers.delete(outdated));
			assertThat(this.tables.column("papers_count", "desk", "room")).containsExactly(1, 0);
			assertThat(List.of(north.papersCount, south.papersCount)).containsExactly(1, 0);
		}

		@Test
		void theRowOfARecordCounts() {
			Issue issue = this.template.insert(new Issue("may", 0));
			Remark remark = this.remarks.save(new Remark(null, "one", BelongsTo.to(issue)));
			this.remarks.save(new Remark(null, "two", BelongsTo.toId("may")));
			assertThat(this.tables.column("remarks_count", "issue", "id")).containsExactly(2);
			this.remarks.save(new Remark(remark.id(), "one", BelongsTo.empty()));
			assertThat(this.tables.column("remarks_count", "issue", "id")).containsExactly(1);
			assertThat(this.issues.findById("may").orElseThrow().remarksCount()).isOne();
		}

		@Test
		void circularInsertsAreCounted() {
			Country norway = new Country();
			City oslo = new City();
			norway.cities().add(oslo);
			norway.capital().set(oslo);
			this.countries.save(norway);
			assertThat(this.tables.column("cities_count", "country", "id")).containsExactly(1);
			assertThat(this.tables.column("capital_of_count", "city", "id")).containsExactly(1);
			assertThat(norway.citiesCount).isOne();
			assertThat(oslo.capitalOfCount).isOne();
		}

		@Test
		void aHasOneThatIsReplacedIsCounted() {
			Country norway = this.countries.save(new Country());
			Country sweden = this.countries.save(new Country());
			City city = new City();
			city.capitalOf().set(norway);
			this.cities.save(city);
			assertThat(city.capitalOfCount).isOne();
			city.capitalOf().set(sweden);
			this.cities.save(city);
			assertThat(city.capitalOfCount).isOne();
			assertThat(this.tables.column("capital_of_count", "city", "id")).containsExactly(1);
			assertThat(this.tables.column("capital_id", "country", "id")).containsExactly(null, city.id);
		}

		@Test
		void anUpsertIsCounted() {
			Note note = new Note();
			note.id = 77L;
			note.author().set(this.ada);
			this.template.upsert(note);
			assertNotes(1, 0);
			note.author().set(this.grace);
			this.template.upsert(note);
			this.template.upsert(note);
			assertNotes(0, 1);
			assertThat(this.grace.statistics.notesCount).isOne();
		}

		@Test
		void anUpsertedTargetStartsWithNothing() {
			Topic topic = new Topic();
			topic.id = 55L;
			this.template.upsert(topic);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(0);
			Topic child = Topic.named("child");
			child.parent().set(topic);
			this.topics.save(child);
			this.template.upsert(topic);
			assertThat(this.tables.column("children_count", "topic", "id")).contains(1, 0);
		}

		@Test
		void countersAreCountedAgain() {
			saved(this.ada);
			saved(this.grace);
			this.jdbc.update("delete from post where author_id = ?", id(this.ada));
			this.jdbc.update("update author set posts_count = 17, edited_count = 3 where id = ?", id(this.grace));
			this.associations.resetCounters(this.grace);
			assertThat(this.grace.postsCount).isOne();
			assertThat(this.grace.editedCount).isZero();
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(1, 1);
			this.associations.resetCounters(List.of(this.ada, this.grace));
			assertCounts(0, 1);
			this.jdbc.update("update author set posts_count = 17");
			this.associations.resetCounters(Author.class);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 1);
		}

		@Test
		void countersOfATreeAreCountedAgain() {
			Topic root = Topic.named("root");
			root.children().add(Topic.named("child"));
			this.topics.save(root);
			this.jdbc.update("update topic set children_count = 5");
			this.associations.resetCounters(Topic.class);
			assertThat(this.tables.column("children_count", "topic", "id")).containsExactly(1, 0);
		}

		@Test
		void countersOfCompositeKeysAreCountedAgain() {
			Desk desk = Desk.at("north", 1);
			desk.papers().add(Paper.named("one"));
			this.desks.save(desk);
			Integer version = Objects.requireNonNull(desk.version);
			this.jdbc.update("update desk set papers_count = 5");
			this.associations.resetCounters(desk);
			assertThat(desk.papersCount).isOne();
			assertThat(desk.version).isEqualTo(version);
		}

	}

}
