package io.inverseof.it.counting;

import java.util.List;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Desk;
import io.inverseof.it.counting.Press.Desks;
import io.inverseof.it.counting.Press.Memo;
import io.inverseof.it.counting.Press.Paper;
import io.inverseof.it.counting.Press.Papers;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Inserted rows are counted once, whichever side is saved.
 */
class CreateIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

		@Test
		void aNewPostTakesOneStatementAndAnotherOneForTheObjectInMemory() {
			Post post = by(this.ada, "one");
			assertThat(sent(() -> this.posts.save(post))).containsExactly(
					"insert into post (author_id, blog_id, editor_id, title) values (?, ?, ?, ?)",
					"update author set posts_count = coalesce(posts_count, 0) + ? where id = ?",
					"select author.id, author.posts_count from author where (author.id = any(?))");
		}

		@Test
		void aPostOfANumberReadsNothingBack() {
			Post post = Post.titled("one");
			post.author().setId(id(this.ada));
			assertThat(kinds(() -> this.posts.save(post))).containsExactly("insert into post", "update author");
		}

		@Test
		void postsOfSeveralAuthorsTakeOneBatch() {
			List<Post> posts = List.of(by(this.grace, "g"), by(this.ada, "a"), by(this.grace, "h"));
			assertThat(kinds(() -> this.posts.saveAll(posts))).containsExactly("insert into post", "update author",
					"select from author");
			assertCounts(1, 2);
		}

		@Test
		void aClassThatNobodyKnewAtStartUpIsRefused() {
			Memo memo = new Memo();
			memo.author().set(this.ada);
			assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> this.template.save(memo))
				.withMessageContaining(
						"Memo.author is annotated with @CounterCache, but Memo was not found at start-up, so "
								+ "that nothing would be counted or touched. Give it a repository, or annotate it with @Table and put "
								+ "it into a package that Spring Boot scans.");
		}

		@Test
		void aRowWithoutATargetCountsNothing() {
			assertThat(kinds(() -> this.posts.save(Post.titled("alone")))).containsExactly("insert into post");
		}

		@Test
		void aRowThatOnlyChangesCostsNothing() {
			Post post = saved(this.ada);
			post.title = "changed";
			assertThat(kinds(() -> this.posts.save(post))).containsExactly("update post");
			assertThat(kinds(() -> this.posts.save(read(post)))).containsExactly("select from post", "update post");
			Post alone = this.posts.save(Post.titled("alone"));
			assertThat(kinds(() -> this.posts.save(alone))).containsExactly("update post");
			assertThat(kinds(() -> this.posts.save(read(alone)))).containsExactly("select from post", "update post");
			assertCounts(1, 0);
		}

		@Test
		void aRowThatWasMovedIsLookedAt() {
			Post post = saved(this.ada);
			post.author().set(this.grace);
			this.posts.save(post);
			assertThat(kinds(() -> this.posts.save(post))).containsExactly("select from post", "update post");
			assertCounts(0, 1);
		}

		@Test
		void aRowWithAVersionThatOnlyChangesCostsNothing() {
			Paper paper = Paper.named("one");
			paper.desk().set(this.desks.save(Desk.at("north", 1)));
			this.papers.save(paper);
			paper.name = "changed";
			assertThat(kinds(() -> this.papers.save(paper))).containsExactly("update paper");
			Paper empty = this.papers.save(Paper.named("two"));
			assertThat(kinds(() -> this.papers.save(empty))).containsExactly("update paper");
			Paper read = this.papers.findById(java.util.Objects.requireNonNull(empty.id)).orElseThrow();
			assertThat(kinds(() -> this.papers.save(read))).containsExactly("update paper");
		}

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
		Desks desks;

		@Autowired
		Papers papers;

		@Test
		void aSavedPostIsCounted() {
			this.posts.save(by(this.ada, "one"));
			assertCounts(1, 0);
		}

		@Test
		void postsThatAreSavedWithTheirAuthorAreCounted() {
			this.ada.posts().add(Post.titled("one"));
			this.ada.posts().build((post) -> post.title = "two");
			this.authors.save(this.ada);
			assertCounts(2, 0);
		}

		@Test
		void postsOfANewAuthorAreCounted() {
			Author linus = Author.named("linus");
			linus.posts().build((post) -> post.title = "one");
			linus.posts().build((post) -> post.title = "two");
			this.authors.save(linus);
			assertThat(linus.postsCount).isEqualTo(2);
			assertThat(read(linus).postsCount).isEqualTo(2);
		}

		@Test
		void aNewAuthorThatIsSavedWithAPostCountsIt() {
			Author linus = Author.named("linus");
			this.posts.save(by(linus, "one"));
			assertThat(linus.postsCount).isOne();
			assertThat(read(linus).postsCount).isOne();
		}

		@Test
		void aCreatedPostIsCounted() {
			this.ada.posts().create((post) -> post.title = "one");
			assertCounts(1, 0);
		}

		@Test
		void bothSidesCountOnce() {
			Post post = by(this.ada, "one");
			this.ada.posts().add(post);
			post.author().set(this.ada);
			this.authors.save(this.ada);
			this.posts.save(post);
			this.authors.save(this.ada);
			this.authors.saveAll(List.of(this.ada, this.grace));
			assertCounts(1, 0);
		}

		@Test
		void severalPostsAreCountedTogether() {
			this.posts.saveAll(List.of(by(this.ada, "a"), by(this.grace, "b"), by(this.ada, "c")));
			assertCounts(2, 1);
		}

		@Test
		void eachKeyHasACounterOfItsOwn() {
			Post post = by(this.ada, "one");
			post.editor().set(this.grace);
			post.blog().set(this.blog);
			this.posts.save(post);
			assertCounts(1, 0);
			assertThat(this.grace.editedCount).isOne();
			assertThat(this.ada.editedCount).isZero();
			assertThat(this.blog.postsCount).isOne();
			assertThat(this.tables.column("edited_count", "author", "id")).containsExactly(0L, 1L);
			assertThat(this.tables.column("posts_count", "blog", "id")).containsExactly(1L);
		}

		@Test
		void aNewRowStartsWithNothingWhateverTheObjectSays() {
			Author linus = Author.named("linus");
			linus.postsCount = 7;
			linus.statistics.notesCount = 8;
			this.authors.save(linus);
			assertThat(linus.postsCount).isZero();
			assertThat(linus.statistics.notesCount).isZero();
			assertThat(read(linus).postsCount).isZero();
		}

		@Test
		void aRollbackTakesBackWhatTheObjectsSay() {
			this.transaction.executeWithoutResult((status) -> {
				Post post = by(this.ada, "one");
				post.blog().set(this.blog);
				this.posts.save(post);
				assertThat(this.ada.postsCount).isOne();
				assertThat(this.blog.postsCount).isOne();
				status.setRollbackOnly();
			});
			assertCounts(0, 0);
			assertThat(this.blog.postsCount).isZero();
			this.blogs.save(this.blog);
		}

		@Test
		void aSavepointTakesBackItsOwn() {
			TransactionTemplate nested = new TransactionTemplate(
					java.util.Objects.requireNonNull(this.transaction.getTransactionManager()));
			nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
			this.transaction.executeWithoutResult((status) -> {
				saved(this.ada);
				nested.executeWithoutResult((inner) -> {
					saved(this.ada);
					saved(this.grace);
					inner.setRollbackOnly();
				});
				assertCounts(1, 0);
			});
			assertCounts(1, 0);
		}

		@Test
		void anOrdinarySaveDoesNotWriteACounter() {
			saved(this.ada);
			Author stale = read(this.ada);
			saved(this.ada);
			stale.name = "renamed";
			stale.postsCount = 17;
			this.authors.save(stale);
			assertThat(read(this.ada).postsCount).isEqualTo(2);
			assertThat(read(this.ada).name).isEqualTo("renamed");
		}

	}

}
