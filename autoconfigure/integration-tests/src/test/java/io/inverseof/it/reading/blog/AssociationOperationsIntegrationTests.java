package io.inverseof.it.reading.blog;

import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.RowNotFoundException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.blog.Blog.Author;
import io.inverseof.it.reading.blog.Blog.Authors;
import io.inverseof.it.reading.blog.Blog.Post;
import io.inverseof.it.reading.blog.Blog.Posts;
import io.inverseof.it.reading.blog.Blog.Remark;
import io.inverseof.it.reading.blog.Blog.Remarks;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Reading rows again, and objects that came from elsewhere.
 */
class AssociationOperationsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Operations {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Operations {

	}

	@SpringBootTest(classes = Blog.class)
	@Sql(statements = Blog.SCHEMA)
	abstract static class Operations {

		@Autowired
		AssociationOperations associations;

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Remarks remarks;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void reloadReadsTheRowIntoTheSameObject() {
			Post post = post(1);
			post.title = "changed";
			this.jdbc.update("update post set title = 'fresh', author_id = 2 where id = 1");
			List<String> sent = this.statements
				.countDuring(() -> assertThat(this.associations.reload(post)).isSameAs(post))
				.statements();
			assertThat(sent).hasSize(1);
			assertThat(post.title).isEqualTo("fresh");
			assertThat(post.author().get().name).isEqualTo("Bob");
		}

		@Test
		void reloadForgetsAssociations() {
			Post post = post(1);
			Author before = post.author().get();
			assertThat(post.remarks()).hasSize(2);
			this.jdbc.update("insert into remark(body, post_id) values ('r4', 1)");
			this.associations.reload(post);
			assertThat(post.author().isLoaded()).isFalse();
			assertThat(post.author().get()).isNotSameAs(before);
			assertThat(post.remarks()).hasSize(3);
		}

		@Test
		void reloadForgetsAnAssignmentThatWasNotSaved() {
			Post post = post(1);
			post.author().set(new Author());
			this.associations.reload(post);
			assertThat(post.author().getId()).isEqualTo(1L);
			assertThat(post.author().get().name).isEqualTo("Ann");
		}

		@Test
		void reloadForgetsChildrenThatWereNotSaved() {
			Author ann = this.authors.findById(1L).orElseThrow();
			ann.posts().build((post) -> post.title = "unsaved");
			this.associations.reload(ann);
			assertThat(ann.posts()).hasSize(3);
		}

		@Test
		void reloadOfARecordReturnsTheNewOne() {
			Remark remark = this.remarks.findById(1L).orElseThrow();
			this.jdbc.update("update remark set body = 'fresh', post_id = 2 where id = 1");
			Remark reloaded = this.associations.reload(remark);
			assertThat(reloaded.body()).isEqualTo("fresh");
			assertThat(reloaded.post().get().title).isEqualTo("b1");
			assertThat(remark.body()).isEqualTo("r1");
		}

		@Test
		void reloadWithinATransactionReadsTheDatabase() {
			this.transaction.executeWithoutResult((status) -> {
				Author ann = this.authors.findById(1L).orElseThrow();
				this.jdbc.update("update author set name = 'fresh' where id = 1");
				this.associations.reload(ann);
				assertThat(ann.name).isEqualTo("fresh");
				assertThat(post(1).author().get().name).isEqualTo("fresh");
			});
		}

		@Test
		void reloadOfAMissingRowIsRefused() {
			Post post = post(1);
			this.jdbc.update("delete from post where id = 1");
			assertThatExceptionOfType(RowNotFoundException.class).isThrownBy(() -> this.associations.reload(post))
				.withMessage("Post 1 cannot be reloaded: there is no such row. It was deleted, or not saved.");
		}

		@Test
		void reloadOfANewObjectIsRefused() {
			assertThatIllegalArgumentException().isThrownBy(() -> this.associations.reload(new Post()))
				.withMessage("This Post has no id yet; save it instead of passing it to reload(..)");
		}

		@Test
		void reloadOfNoEntityIsRefused() {
			assertThatIllegalArgumentException().isThrownBy(() -> this.associations.reload("text"))
				.withMessage("java.lang.String is not an entity with an id, so reload(..) cannot use it");
		}

		@Test
		void attachLetsAnObjectLoad() {
			Author author = new Author();
			author.id = 1L;
			List<String> sent = this.statements
				.countDuring(() -> assertThat(this.associations.attach(author)).isSameAs(author))
				.statements();
			assertThat(sent).isEmpty();
			assertThat(author.posts()).hasSize(3)
				.allSatisfy((post) -> assertThat(post.author().get()).isSameAs(author));
			assertThat(author.profile().get().bio).isEqualTo("of Ann");
		}

		@Test
		void attachLetsABelongsToLoad() {
			Post post = new Post();
			post.id = 1L;
			post.author().setId(2L);
			this.associations.attach(post);
			assertThat(post.author().get().name).isEqualTo("Bob");
		}

		@Test
		void attachLetsARecordLoad() {
			Remark remark = this.associations.attach(new Remark(1L, "r", BelongsTo.toId(2L)));
			assertThat(remark.post().get().title).isEqualTo("b1");
		}

		@Test
		void attachOfANewObjectIsRefused() {
			assertThatIllegalArgumentException().isThrownBy(() -> this.associations.attach(new Post()))
				.withMessage("This Post has no id yet; save it instead of passing it to attach(..)");
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

	}

}
