package io.inverseof.it.counting;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deleted rows are counted no longer, whoever deletes them.
 */
class DeleteIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

		@Test
		void aDeletionLooksAtTheRowFirst() {
			Post post = saved(this.ada);
			assertThat(sent(() -> this.posts.delete(post))).containsExactly(
					"select post.id, post.author_id, post.editor_id, post.blog_id from post where (post.id = any(?)) for update",
					"delete from post where post.id = ?",
					"update author set posts_count = coalesce(posts_count, 0) + ? where id = ?",
					"select author.id, author.posts_count from author where (author.id = any(?))");
			assertCounts(0, 0);
		}

		@Test
		void allPostsOfABlogTakeOneStatement() {
			fillBlog();
			List<String> kinds = kinds(() -> this.blogs.delete(this.blogs.findAll().get(0)));
			assertThat(kinds).containsOnlyOnce("update author");
			assertThat(kinds).doesNotContain("update blog");
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

		private long saved(Author author, String title) {
			return Objects.requireNonNull(this.posts.save(by(author, title)).id);
		}

		private void assertRows(int ada, int grace) {
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(ada, grace);
		}

		void fillBlog() {
			for (Author author : List.of(this.ada, this.ada, this.grace)) {
				Post post = by(author, "in the blog");
				post.blog().set(this.blog);
				this.posts.save(post);
			}
			saved(this.ada, "elsewhere");
			assertCounts(3, 1);
		}

		@Test
		void aDeletedPostIsCountedNoLonger() {
			Post post = saved(this.ada);
			saved(this.ada);
			this.posts.delete(post);
			assertCounts(1, 0);
		}

		@Test
		void aPostThatIsDeletedTwiceIsCountedOnce() {
			Post post = saved(this.ada);
			saved(this.ada);
			this.posts.delete(post);
			this.posts.delete(post);
			this.posts.deleteById(Objects.requireNonNull(post.id));
			this.posts.deleteAll(List.of(post, post));
			assertCounts(1, 0);
		}

		@Test
		void aPostThatIsDeletedByItsIdIsCountedNoLonger() {
			long post = saved(this.ada, "one");
			this.posts.deleteById(post);
			assertRows(0, 0);
		}

		@Test
		void theObjectOfTheTransactionIsRight() {
			long post = saved(this.ada, "one");
			this.transaction.executeWithoutResult((status) -> {
				Author ada = read(this.ada);
				this.posts.deleteById(post);
				assertThat(ada.postsCount).isZero();
			});
		}

		@Test
		void postsThatAreDeletedByTheirIdsAreCountedNoLonger() {
			long one = saved(this.ada, "one");
			long two = saved(this.ada, "two");
			long three = saved(this.grace, "three");
			this.posts.deleteAllById(List.of(one, two, three, 999L));
			assertRows(0, 0);
		}

		@Test
		void severalDeletedPostsAreCountedNoLonger() {
			List<Post> posts = List.of(saved(this.ada), saved(this.grace), saved(this.ada));
			this.posts.deleteAll(posts.subList(0, 2));
			assertCounts(1, 0);
		}

		@Test
		void allDeletedPostsAreCountedNoLonger() {
			saved(this.ada);
			saved(this.ada);
			saved(this.grace);
			this.posts.deleteAll();
			assertRows(0, 0);
		}

		@Test
		void postsThatAreDeletedWithTheirBlogAreCountedNoLonger() {
			fillBlog();
			this.blogs.delete(this.blogs.findAll().get(0));
			assertRows(1, 0);
		}

		@Test
		void objectsOfPostsThatAreDeletedWithTheirBlogTellTheirAuthors() {
			fillBlog();
			Press.Blog blog = this.blogs.findAll().get(0);
			List<Author> authors = blog.posts().stream().map((post) -> post.author().get()).distinct().toList();
			this.blogs.delete(blog);
			assertThat(authors).extracting((author) -> author.postsCount).containsExactly(1, 0);
		}

		@Test
		void postsThatAreDeletedWithTheirBlogByItsIdAreCountedNoLonger() {
			fillBlog();
			this.blogs.deleteById(Objects.requireNonNull(this.blog.id));
			assertRows(1, 0);
		}

		@Test
		void postsThatAreDeletedWithAllBlogsAreCountedNoLonger() {
			fillBlog();
			this.blogs.deleteAll();
			assertRows(1, 0);
		}

		@Test
		void postsThatAreRemovedAndDestroyedAreCountedNoLonger() {
			fillBlog();
			Press.Blog blog = this.blogs.findAll().get(0);
			blog.posts().removeIf((post) -> post.author().get().id == this.ada.id || post.author().getId() != null);
			this.blogs.save(blog);
			assertThat(blog.postsCount).isZero();
			assertRows(1, 0);
			assertThat(this.posts.count()).isOne();
		}

		@Test
		void aRolledBackDeletionChangesNothing() {
			Post post = saved(this.ada);
			this.transaction.executeWithoutResult((status) -> {
				this.posts.delete(post);
				assertThat(this.ada.postsCount).isZero();
				status.setRollbackOnly();
			});
			assertCounts(1, 0);
		}

		@Test
		void theTemplateCountsAsWell() {
			long post = saved(this.ada, "one");
			this.template.deleteById(post, Post.class);
			assertRows(0, 0);
			assertThat(this.template.count(Query.query(Criteria.empty()), Post.class)).isZero();
		}

	}

}
