package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Press.Author;
import io.inverseof.it.saving.insert.Press.Authors;
import io.inverseof.it.saving.insert.Press.Note;
import io.inverseof.it.saving.insert.Press.Notes;
import io.inverseof.it.saving.insert.Press.Post;
import io.inverseof.it.saving.insert.Press.Posts;
import io.inverseof.it.saving.insert.Press.Profile;
import io.inverseof.it.saving.insert.Press.Profiles;
import io.inverseof.it.saving.insert.Press.Review;
import io.inverseof.it.saving.insert.Press.Reviews;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New children after the parent, new parents before the child, and nothing twice.
 */
class GraphInsertIntegrationTests {

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

	@SpringBootTest(classes = Press.class)
	abstract static class EachDatabase {

		@Autowired
		Authors authors;

		@Autowired
		Profiles profiles;

		@Autowired
		Posts posts;

		@Autowired
		Notes notes;

		@Autowired
		Reviews reviews;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private Author annWithPosts(String... titles) {
			Author ann = Author.named("Ann");
			for (String title : titles) {
				ann.posts().add(Post.titled(title));
			}
			return ann;
		}

		@Test
		void insertsNewChildrenAfterTheirParentInOneBatch() {
			Author ann = annWithPosts("one", "two", "three");
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("insert into author", "insert into post");
			assertThat(ann.posts()).extracting((post) -> post.id).doesNotContainNull().doesNotHaveDuplicates();
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id, ann.id, ann.id);
			assertThat(this.tables.column("title", "post", "id")).containsExactly("one", "two", "three");
		}

		@Test
		void sendsTheStatementsThatSpringDataWouldSend() {
			Author ann = annWithPosts("one");
			assertThat(Sent.texts(this.statements, () -> this.authors.save(ann))).containsExactly(
					"insert into author (name) values (?)", "insert into post (author_id, title) values (?, ?)");
		}

		@Test
		void savedChildrenKnowTheirParent() {
			Author ann = annWithPosts("one", "two");
			this.authors.save(ann);
			List<Post> posts = List.copyOf(ann.posts());
			assertThat(ann.posts().count()).isEqualTo(2);
			assertThat(this.statements).during(() -> {
				assertThat(ann.posts()).containsExactlyElementsOf(posts)
					.allSatisfy((post) -> assertThat(post.author().get()).isSameAs(ann))
					.allSatisfy((post) -> assertThat(post.author().getId()).isEqualTo(ann.id));
				assertThat(ann.posts().find(Objects.requireNonNull(posts.get(0).id))).isSameAs(posts.get(0));
			}).none();
		}

		@Test
		void readingTheChildrenLaterTakesOneStatementAndKeepsTheObjects() {
			Author ann = Author.named("Ann");
			Post one = ann.posts().build((it) -> it.title = "one");
			Post two = ann.posts().build((it) -> it.title = "two");
			this.authors.save(ann);
			assertThat(ann.posts().count()).isEqualTo(2);
			assertThat(this.statements)
				.during(() -> assertThat(ann.posts()).containsExactly(one, two)
					.allSatisfy((post) -> assertThat(post.author().get()).isSameAs(ann)))
				.selects(1)
				.total(1);
		}

		@Test
		void savedAgainNothingIsPending() {
			Author ann = annWithPosts("one", "two");
			this.authors.save(ann);
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author");
			assertThat(this.tables.rows("post")).isEqualTo(2);
		}

		@Test
		void insertsThreeLevelsInThreeStatements() {
			Author ann = annWithPosts("one", "two");
			for (Post post : ann.posts()) {
				post.notes().add(Note.on(post, "good"));
				post.notes().add(Note.on(post, "bad"));
			}
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("insert into author", "insert into post",
					"insert into note");
			assertThat(this.tables.column("post_id", "note", "id")).containsExactly(ann.posts().get(0).id,
					ann.posts().get(0).id, ann.posts().get(1).id, ann.posts().get(1).id);
		}

		@Test
		void putsSavedRecordsInThePlaceOfThoseThatWereAdded() {
			Author ann = annWithPosts("one");
			Post post = ann.posts().get(0);
			post.notes().add(Note.on(post, "good"));
			this.authors.save(ann);
			assertThat(this.statements).during(() -> assertThat(post.notes()).singleElement().satisfies((note) -> {
				assertThat(note.id()).isNotNull();
				assertThat(note.body()).isEqualTo("good");
				assertThat(note.post().get()).isSameAs(post);
			})).selects(1).total(1);
		}

		@Test
		void insertsANewHasOne() {
			Author ann = Author.named("Ann");
			Profile profile = ann.profile().build((it) -> it.bio = "writes");
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("insert into author", "insert into profile");
			assertThat(this.statements).during(() -> {
				assertThat(ann.profile().get()).isSameAs(profile);
				assertThat(profile.author().get()).isSameAs(ann);
			}).none();
			assertThat(this.tables.column("author_id", "profile", "id")).containsExactly(ann.id);
		}

		@Test
		void insertsANewParentBeforeItsChild() {
			Post post = Post.titled("one");
			Author ann = post.author().build((it) -> it.name = "Ann");
			assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into author", "insert into post");
			assertThat(this.statements).during(() -> assertThat(post.author().get()).isSameAs(ann)).none();
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		}

		@Test
		void insertsNewGrandparentsFirst() {
			Post post = Post.titled("one");
			Author ann = post.author().build((it) -> it.name = "Ann");
			List<String> sent = sent(() -> {
				Note note = this.notes.save(Note.on(post, "good"));
				assertThat(note.id()).isNotNull();
				assertThat(note.post().get()).isSameAs(post);
				assertThat(note.post().get().author().get()).isSameAs(ann);
			});
			assertThat(sent).containsExactly("insert into author", "insert into post", "insert into note");
		}

		@Test
		void insertsAChildThatItsNewParentListsOnce() {
			Author ann = annWithPosts("one");
			Post post = ann.posts().get(0);
			assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into author", "insert into post");
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author");
			assertThat(this.statements).during(() -> assertThat(ann.posts()).containsExactly(post)).selects(1);
			assertThat(ann.posts().count()).isOne();
		}

		@Test
		void insertsTheOtherChildrenOfANewParentToo() {
			Author ann = annWithPosts("one", "two", "three");
			Post second = ann.posts().get(1);
			this.posts.save(second);
			assertThat(this.tables.column("title", "post", "id")).containsExactlyInAnyOrder("one", "two", "three");
			assertThat(this.tables.column("author_id", "post", "id")).containsOnly(ann.id);
			assertThat(ann.posts()).hasSize(3).extracting((post) -> post.id).doesNotContainNull();
		}

		@Test
		void savesBothSidesInARow() {
			Author ann = annWithPosts("one");
			Post post = ann.posts().get(0);
			this.authors.save(ann);
			assertThat(sent(() -> this.posts.save(post))).containsExactly("update post");
			assertThat(this.tables.rows()).isEqualTo(2);
		}

		@Test
		void savesTheChildFirstThenTheParentInOneTransaction() {
			Post post = Post.titled("one");
			Author ann = Author.named("Ann");
			post.author().set(ann);
			List<String> sent = sent(() -> this.transaction.executeWithoutResult((status) -> {
				this.posts.save(post);
				ann.posts().add(post);
				this.authors.save(ann);
			}));
			assertThat(sent).containsExactly("insert into author", "insert into post", "update author");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		}

		@Test
		void keepsTheKeysOfTheSecondUnsavedObjectBetweenTheSamePair() {
			Author ann = annWithPosts("one");
			Post post = ann.posts().get(0);
			for (int stars = 1; stars <= 2; stars++) {
				Review review = new Review();
				review.stars = stars;
				ann.reviews().add(review);
				post.reviews().add(review);
			}
			List<String> sent = sent(() -> this.authors.save(ann));
			assertThat(sent).containsExactly("insert into author", "insert into post", "insert into review");
			assertThat(this.tables.column("author_id", "review", "id")).containsExactly(ann.id, ann.id);
			assertThat(this.tables.column("post_id", "review", "id")).containsExactly(post.id, post.id);
		}

		@Test
		void insertsANewParentOfANewChildThatIsReachedFromTheOtherSide() {
			Author ann = this.authors.save(Author.named("Ann"));
			Review review = ann.reviews().build((it) -> it.stars = 5);
			Post post = review.post().build((it) -> it.title = "one");
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author", "insert into post",
					"insert into review");
			assertThat(this.tables.column("post_id", "review", "id")).containsExactly(post.id);
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly((Object) null);
		}

		@Test
		void insertsOnlyWhatIsNewUnderALoadedParent() {
			Author ann = this.authors.save(annWithPosts("one", "two"));
			Author loaded = this.authors.findById(Objects.requireNonNull(ann.id)).orElseThrow();
			loaded.posts().get(0).title = "changed";
			Post third = loaded.posts().build((it) -> it.title = "three");
			assertThat(sent(() -> this.authors.save(loaded))).containsExactly("update author", "insert into post");
			assertThat(this.tables.column("title", "post", "id")).containsExactly("one", "two", "three");
			assertThat(loaded.posts()).hasSize(3).last().isSameAs(third);
		}

		@Test
		void addingToAnUnreadCollectionNeverReadsIt() {
			Author ann = this.authors.save(annWithPosts("one"));
			Author loaded = this.authors.findById(Objects.requireNonNull(ann.id)).orElseThrow();
			Post second = loaded.posts().build((it) -> it.title = "two");
			assertThat(sent(() -> this.authors.save(loaded))).containsExactly("update author", "insert into post");
			assertThat(loaded.posts().isLoaded()).isFalse();
			assertThat(loaded.posts().count()).isEqualTo(2);
			assertThat(loaded.posts()).hasSize(2).contains(second);
			assertThat(second.author().get()).isSameAs(loaded);
		}

		@Test
		void leavesChildrenOfUnchangedChildrenAlone() {
			Author ann = this.authors.save(annWithPosts("one"));
			Post post = ann.posts().get(0);
			post.notes().add(Note.on(post, "good"));
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author");
			assertThat(this.tables.rows("note")).isZero();
			assertThat(sent(() -> this.posts.save(post))).containsExactly("update post", "insert into note");
		}

		@Test
		void doesNotWriteAPersistedParent() {
			Author ann = this.authors.save(Author.named("Ann"));
			ann.name = "changed";
			Post post = Post.titled("one");
			post.author().set(ann);
			assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into post");
			assertThat(this.tables.column("name", "author", "id")).containsExactly("Ann");
		}

		@Test
		void savesManyParentsLevelByLevel() {
			Author ann = annWithPosts("one", "two");
			Author bob = Author.named("Bob");
			bob.posts().add(Post.titled("three"));
			List<String> sent = sent(
					() -> assertThat(this.authors.saveAll(List.of(ann, bob))).containsExactly(ann, bob));
			assertThat(sent).containsExactly("insert into author", "insert into post");
			assertThat(this.tables.column("author_id", "post", "title")).containsExactly(ann.id, bob.id, ann.id);
		}

		@Test
		void savesManyChildrenOfOneNewParent() {
			Author ann = annWithPosts("one", "two");
			List<Post> both = List.copyOf(ann.posts());
			List<String> sent = sent(() -> assertThat(this.posts.saveAll(both)).containsExactlyElementsOf(both));
			assertThat(sent).containsExactly("insert into author", "insert into post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id, ann.id);
		}

		@Test
		void savesNewAndPersistedParentsTogether() {
			Author ann = this.authors.save(Author.named("Ann"));
			ann.posts().add(Post.titled("one"));
			Author bob = Author.named("Bob");
			bob.posts().add(Post.titled("two"));
			List<String> sent = sent(() -> this.authors.saveAll(List.of(ann, bob)));
			assertThat(sent).containsExactlyInAnyOrder("update author", "insert into author", "insert into post");
			assertThat(this.tables.column("author_id", "post", "title")).containsExactly(ann.id, bob.id);
		}

		@Test
		void insertsAParentWithAnIdThatItsChildWasGivenEarlier() {
			Post post = this.posts.save(Post.titled("one"));
			Author ann = post.author().build((it) -> it.name = "Ann");
			assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into author", "update post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		}

		@Test
		void movesAPersistedChildToANewParentWhenThatIsSaved() {
			Post post = this.posts.save(Post.titled("one"));
			Author ann = Author.named("Ann");
			ann.posts().add(post);
			post.title = "changed";
			assertThat(sent(() -> this.authors.save(ann))).containsExactly("insert into author", "update post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
			assertThat(this.tables.column("title", "post", "id")).containsExactly("one");
		}

		@Test
		void insertsAllOrNothing() {
			Author ann = annWithPosts("one", "a title of more than twenty characters");
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.authors.save(ann));
			assertThat(this.tables.rows()).isZero();
			assertThat(ann.id).isNull();
			assertThat(ann.posts()).hasSize(2).extracting((post) -> post.id).containsOnlyNulls();
			ann.posts().get(1).title = "two";
			this.authors.save(ann);
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id, ann.id);
		}

		@Test
		void insertsNoParentWhenTheChildFails() {
			Post post = Post.titled(null);
			Author ann = post.author().build((it) -> it.name = "Ann");
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.posts.save(post));
			assertThat(this.tables.rows()).isZero();
			assertThat(ann.id).isNull();
			post.title = "one";
			this.posts.save(post);
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		}

	}

}
