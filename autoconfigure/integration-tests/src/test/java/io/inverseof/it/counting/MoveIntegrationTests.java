package io.inverseof.it.counting;

import java.util.List;

import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A row that goes from one target to another is counted there, and not here any longer.
 */
class MoveIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

		@Test
		void aMoveLooksAtTheRowFirst() {
			Post post = saved(this.ada);
			post.author().set(this.grace);
			List<String> sent = sent(() -> this.posts.save(post));
			assertThat(sent).hasSize(4)
				.contains(
						"select post.id, post.author_id, post.editor_id, post.blog_id from post "
								+ "where (post.id = any(?)) for update",
						"update author set posts_count = coalesce(posts_count, 0) + ? where id = ?",
						"select author.id, author.posts_count from author where (author.id = any(?))");
			assertCounts(0, 1);
		}

		@Test
		void aRemovedPostTakesOneStatementMore() {
			saved(this.ada);
			Author author = read(this.ada);
			author.posts().remove(0);
			assertThat(kinds(() -> this.authors.save(author))).contains("update post", "update author");
			assertThat(author.postsCount).isZero();
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

		@Test
		void aPostThatIsSetMoves() {
			Post post = saved(this.ada);
			post.author().set(this.grace);
			this.posts.save(post);
			assertCounts(0, 1);
		}

		@Test
		void aPostThatIsSetById() {
			Post post = saved(this.ada);
			post.author().setId(id(this.grace));
			this.posts.save(post);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 1);
			assertThat(this.ada.postsCount).isZero();
		}

		@Test
		void aPostThatIsAddedMoves() {
			Post post = saved(this.ada);
			this.grace.posts().add(post);
			this.authors.save(this.grace);
			assertCounts(0, 1);
		}

		@Test
		void aLoadedPostThatIsAddedMoves() {
			Post post = read(saved(this.ada));
			Author ada = post.author().get();
			this.grace.posts().add(post);
			this.authors.save(this.grace);
			assertThat(ada.postsCount).isZero();
			assertThat(this.grace.postsCount).isOne();
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 1);
		}

		@Test
		void aPostThatLosesItsAuthorIsCountedNoLonger() {
			Post post = saved(this.ada);
			post.author().set(null);
			this.posts.save(post);
			assertCounts(0, 0);
		}

		@Test
		void aPostThatFindsAnAuthorIsCounted() {
			Post post = this.posts.save(Post.titled("alone"));
			post.author().set(this.grace);
			this.posts.save(post);
			assertCounts(0, 1);
		}

		@Test
		void aRemovedPostIsCountedNoLonger() {
			this.ada.posts().add(Post.titled("one"));
			this.ada.posts().add(Post.titled("two"));
			this.authors.save(this.ada);
			this.ada.posts().remove(0);
			this.authors.save(this.ada);
			assertCounts(1, 0);
		}

		@Test
		void removedPostsAreCountedNoLonger() {
			saved(this.ada);
			saved(this.ada);
			saved(this.ada);
			Author ada = read(this.ada);
			ada.posts().clear();
			this.authors.save(ada);
			assertThat(ada.postsCount).isZero();
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 0);
		}

		@Test
		void replacedPostsAreCounted() {
			saved(this.ada);
			Post mine = saved(this.grace);
			Author ada = read(this.ada);
			ada.posts().replaceWith(List.of(mine, Post.titled("new")));
			this.authors.save(ada);
			assertThat(ada.postsCount).isEqualTo(2);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(2, 0);
			assertThat(this.grace.postsCount).isZero();
		}

		@Test
		void severalMovesFromBothSidesCountOnce() {
			Post post = saved(this.ada);
			post.author().set(this.grace);
			this.grace.posts().add(post);
			this.authors.saveAll(List.of(this.ada, this.grace));
			this.posts.save(post);
			this.authors.save(this.grace);
			assertCounts(0, 1);
		}

		@Test
		void thereAndBackAgainIsNothing() {
			Post post = saved(this.ada);
			post.author().set(this.grace);
			post.author().set(this.ada);
			assertThat(kinds(() -> this.posts.save(post))).containsExactly("select from post", "update post");
			assertCounts(1, 0);
		}

		@Test
		void aRowThatSomebodyElseMovedMeanwhileIsTakenFromThere() {
			Post post = saved(this.ada);
			Author linus = this.authors.save(Author.named("linus"));
			Post other = read(post);
			other.author().set(this.grace);
			this.posts.save(other);
			post.author().set(linus);
			this.posts.save(post);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 0, 1);
		}

		@Test
		void anOldObjectThatTakesARowBackIsCounted() {
			Post post = saved(this.ada);
			Post old = read(post);
			post.author().set(this.grace);
			this.posts.save(post);
			old.title = "old";
			this.posts.save(old);
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(this.ada.id);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(1, 0);
		}

		@Test
		void aRowThatIsGoneCountsNothing() {
			Post post = saved(this.ada);
			this.posts.deleteById(java.util.Objects.requireNonNull(post.id));
			post.author().set(this.grace);
			this.posts.save(post);
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(0, 0);
		}

		@Test
		void theFormerAuthorIsRightWithoutATransaction() {
			Post post = read(saved(this.ada));
			Author former = post.author().get();
			assertThat(former.postsCount).isOne();
			post.author().setId(id(this.grace));
			this.posts.save(post);
			assertThat(former.postsCount).isZero();
		}

		@Test
		void theObjectsOfTheTransactionAreRight() {
			Post post = saved(this.ada);
			this.transaction.executeWithoutResult((status) -> {
				Author ada = read(this.ada);
				Author grace = read(this.grace);
				Post mine = read(post);
				mine.author().setId(id(this.grace));
				this.posts.save(mine);
				assertThat(ada.postsCount).isZero();
				assertThat(grace.postsCount).isOne();
				assertThat(mine.author().get()).isSameAs(grace);
			});
		}

	}

}
