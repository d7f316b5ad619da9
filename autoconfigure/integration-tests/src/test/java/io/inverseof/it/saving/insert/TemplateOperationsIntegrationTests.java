package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Press.Author;
import io.inverseof.it.saving.insert.Press.Note;
import io.inverseof.it.saving.insert.Press.Post;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code JdbcAggregateTemplate} offers beside the repositories.
 */
class TemplateOperationsIntegrationTests {

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

	@SpringBootTest(classes = Press.class)
	abstract static class EachDatabase {

		@Autowired
		JdbcAggregateOperations template;

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

		private static Author ann() {
			Author ann = Author.named("Ann");
			ann.posts().add(Post.titled("one"));
			return ann;
		}

		private Author saved() {
			Author ann = this.template.save(ann());
			ann.posts().add(Post.titled("two"));
			return ann;
		}

		@Test
		void saves() {
			assertThat(sent(() -> this.template.save(ann()))).containsExactly("insert into author", "insert into post");
		}

		@Test
		void inserts() {
			assertThat(sent(() -> this.template.insert(ann()))).containsExactly("insert into author",
					"insert into post");
		}

		@Test
		void insertsANewParentFirst() {
			Post post = ann().posts().get(0);
			assertThat(sent(() -> this.template.insert(post))).containsExactly("insert into author",
					"insert into post");
		}

		@Test
		void updates() {
			Author ann = saved();
			assertThat(sent(() -> this.template.update(ann))).containsExactly("update author", "insert into post");
		}

		@Test
		void upserts() {
			Author ann = saved();
			List<String> sent = sent(() -> this.template.upsert(ann));
			assertThat(sent).hasSize(2).last().isEqualTo("insert into post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id, ann.id);
		}

		@Test
		void upsertsARowThatIsNotThere() {
			Author ann = ann();
			ann.id = 77L;
			this.template.upsert(ann);
			assertThat(this.tables.column("author_id", "post", "id")).containsExactly(77L);
			assertThat(this.tables.column("name", "author", "id")).containsExactly("Ann");
		}

		@Test
		void insertsAll() {
			Author ann = ann();
			Author bob = ann();
			List<String> sent = sent(
					() -> assertThat(this.template.insertAll(List.of(ann, bob))).containsExactly(ann, bob));
			assertThat(sent).containsExactly("insert into author", "insert into post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactlyInAnyOrder(ann.id, bob.id);
		}

		@Test
		void updatesAll() {
			Author ann = saved();
			Author bob = saved();
			List<String> sent = sent(
					() -> assertThat(this.template.updateAll(List.of(ann, bob))).containsExactly(ann, bob));
			assertThat(sent).containsExactly("update author", "update author", "insert into post");
		}

		@Test
		void savesAllThatAreNewAndThatAreNot() {
			Author ann = saved();
			Author bob = ann();
			List<String> sent = sent(
					() -> assertThat(this.template.saveAll(List.of(ann, bob))).containsExactly(ann, bob));
			assertThat(sent).containsExactlyInAnyOrder("update author", "insert into author", "insert into post");
			assertThat(this.tables.column("author_id", "post", "id")).containsExactlyInAnyOrder(ann.id, ann.id, bob.id);
		}

		@Test
		void savesNothing() {
			assertThat(sent(() -> {
				assertThat(this.template.saveAll(List.of())).isEmpty();
				assertThat(this.template.insertAll(List.of())).isEmpty();
				assertThat(this.template.updateAll(List.of())).isEmpty();
			})).isEmpty();
		}

		@Test
		void joinsATransaction() {
			Author ann = ann();
			this.transaction.executeWithoutResult((status) -> {
				this.template.insert(ann);
				this.template.update(ann);
				status.setRollbackOnly();
			});
			assertThat(this.tables.rows()).isZero();
		}

		@Test
		void savesAllOrNothing() {
			writesNothing((ann) -> this.template.save(ann));
		}

		@Test
		void savesManyOrNothing() {
			writesNothing((ann) -> this.template.saveAll(List.of(Author.named("Bob"), ann)));
		}

		@Test
		void insertsAllOrNothing() {
			writesNothing((ann) -> this.template.insert(ann));
		}

		@Test
		void insertsManyOrNothing() {
			writesNothing((ann) -> this.template.insertAll(List.of(Author.named("Bob"), ann)));
		}

		private void writesNothing(Consumer<Author> save) {
			Author ann = ann();
			ann.posts().get(0).notes().add(Note.on(ann.posts().get(0), "a body of more than twenty characters"));
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> save.accept(ann));
			assertThat(this.tables.rows()).isZero();
			assertThat(ann.posts().get(0).id).isNull();
		}

		@Test
		void updatesAllOrNothing() {
			Author ann = saved();
			long rows = this.tables.rows();
			ann.name = "Anne";
			ann.posts().get(1).title = null;
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.template.update(ann));
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.template.updateAll(List.of(ann)));
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.template.upsert(ann));
			assertThat(this.tables.rows()).isEqualTo(rows);
			assertThat(this.tables.column("name", "author", "id")).containsExactly("Ann");
		}

		@Test
		void whatWasInsertedIsReadAsSaved() {
			Author ann = this.template.insert(ann());
			Author read = Objects.requireNonNull(this.template.findById(Objects.requireNonNull(ann.id), Author.class));
			assertThat(read.posts()).singleElement().satisfies((post) -> {
				assertThat(post.id).isEqualTo(ann.posts().get(0).id);
				assertThat(post.author().get()).isSameAs(read);
			});
		}

	}

}
