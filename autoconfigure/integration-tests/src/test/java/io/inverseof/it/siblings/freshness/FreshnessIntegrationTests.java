package io.inverseof.it.siblings.freshness;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.freshness.Journal.Author;
import io.inverseof.it.siblings.freshness.Journal.Post;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was read ahead is never handed out after something was written to it.
 */
class FreshnessIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Freshness {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Freshness {

	}

	@SpringBootTest(classes = { Journal.class, Repositories.class })
	@Sql(statements = Journal.SCHEMA)
	abstract static class Freshness {

		@Autowired
		Repositories all;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		static Stream<Arguments> childWrites() {
			return Stream.of(Surrounding.values())
				.flatMap((around) -> Stream.of(Surrounding.NOTHING, Surrounding.NEW_TRANSACTION)
					.flatMap((inner) -> Stream.of(ChildWrite.values())
						.map((write) -> Arguments.of(around, inner, write))));
		}

		static Stream<Arguments> targetWrites() {
			return Stream.of(Surrounding.values())
				.flatMap((around) -> Stream.of(Surrounding.NOTHING, Surrounding.NEW_TRANSACTION)
					.flatMap((inner) -> Stream.of(TargetWrite.values())
						.map((write) -> Arguments.of(around, inner, write))));
		}

		@BeforeEach
		void correctTheIdentities() {
			this.jdbc.execute("alter table author alter column id restart with 100");
		}

		private void around(Surrounding surrounding, Runnable work) {
			surrounding.around(this.unitOfWork, this.transaction, work);
		}

		@ParameterizedTest
		@MethodSource
		void childWrites(Surrounding surrounding, Surrounding inner, ChildWrite write) {
			around(surrounding, () -> {
				List<Author> authors = this.all.authors().findAll();
				Author first = authors.remove(0);
				assertThat(this.statements)
					.during(() -> assertThat(first.posts.size() + first.tags.size()).isEqualTo(4))
					.total(2);
				assertThat(first.profile.isPresent()).isTrue();
				assertThat(authors).allMatch(
						(author) -> author.posts.isLoaded() && author.tags.isLoaded() && author.profile.isLoaded());
				around(inner, () -> write.on(this.all));
				assertThat(authors).allSatisfy(this::isAsInTheDatabase);
			});
		}

		private void isAsInTheDatabase(Author author) {
			assertThat(author.posts).extracting((post) -> post.title)
				.containsExactlyElementsOf(texts("select title from post where author_id = ? order by id", author.id));
			assertThat(author.tags).extracting((tag) -> tag.title)
				.containsExactlyElementsOf(texts("select title from tag where author_id = ? order by id", author.id));
			assertThat(author.profile.optional().map((profile) -> profile.bio).stream())
				.containsExactlyElementsOf(texts("select bio from profile where author_id = ? order by id", author.id));
			assertThat(author.posts).allSatisfy((post) -> assertThat(post.author.get()).isSameAs(author));
		}

		private List<String> texts(String sql, @Nullable Long id) {
			return this.jdbc.queryForList(sql, String.class, id);
		}

		@ParameterizedTest
		@MethodSource
		void targetWrites(Surrounding surrounding, Surrounding inner, TargetWrite write) {
			around(surrounding, () -> {
				List<Post> posts = this.all.posts().findByOrderById();
				Post first = posts.remove(0);
				assertThat(this.statements).during(() -> assertThat(first.author.get().name).isEqualTo("a1")).total(1);
				posts.removeIf((post) -> first.author.getId().equals(post.author.getId()));
				assertThat(posts).hasSize(7).allMatch((post) -> post.author.isLoaded());
				around(inner, () -> write.on(this.all));
				Map<Long, String> names = names();
				assertThat(posts).allSatisfy((post) -> assertThat(post.author.optional().map((author) -> author.name))
					.isEqualTo(java.util.Optional.ofNullable(names.get(post.author.getId()))));
			});
		}

		private Map<Long, String> names() {
			Map<Long, String> names = new java.util.HashMap<>();
			this.jdbc.query("select id, name from author", (row) -> {
				names.put(row.getLong(1), row.getString(2));
			});
			return names;
		}

		@Test
		void aTransactionThatBeganAfterLoadingReadsAnew() {
			List<Author> authors = this.all.authors().findAll();
			assertThat(authors.get(0).posts).hasSize(2);
			this.jdbc.update("delete from post where author_id = 2");
			this.transaction.executeWithoutResult((status) -> {
				assertThat(this.statements).during(() -> assertThat(authors.get(1).posts).isEmpty()).total(1);
				assertThat(this.statements).during(() -> assertThat(authors.get(2).posts).hasSize(2)).none();
			});
			assertThat(authors.get(1).posts).isEmpty();
			assertThat(authors.get(3).posts).hasSize(2);
		}

		@Test
		void aUnitThatWasClearedReadsAnew() {
			this.unitOfWork.run(() -> {
				List<Author> authors = this.all.authors().findAll();
				assertThat(authors.get(0).posts).hasSize(2);
				this.jdbc.update("delete from post where author_id = 2");
				this.unitOfWork.clear();
				assertThat(authors.get(1).posts).isEmpty();
			});
		}

		@Test
		void whatWasReadAheadBeforeASavepointIsReadAgainAfterRollingBackToIt() {
			this.transaction.executeWithoutResult((status) -> {
				List<Author> authors = this.all.authors().findAll();
				assertThat(authors.get(0).posts).hasSize(2);
				Object savepoint = status.createSavepoint();
				this.all.posts().deleteById(2L);
				status.rollbackToSavepoint(savepoint);
				assertThat(authors.get(1).posts).hasSize(2);
				assertThat(authors.get(2).posts).hasSize(2);
			});
		}

		@Test
		void whatWasReadAheadAfterASavepointIsReadAgainAfterRollingBackToIt() {
			this.transaction.executeWithoutResult((status) -> {
				List<Author> authors = this.all.authors().findAll();
				Object savepoint = status.createSavepoint();
				this.all.posts().deleteById(2L);
				assertThat(authors.get(0).posts).hasSize(2);
				status.rollbackToSavepoint(savepoint);
				assertThat(authors.get(1).posts).hasSize(2);
			});
		}

		@Test
		void whatWasReadAheadBeforeATransactionStaysRightAfterItsRollback() {
			List<Author> authors = this.all.authors().findAll();
			assertThat(authors.get(0).posts).hasSize(2);
			this.transaction.executeWithoutResult((status) -> {
				this.all.posts().deleteById(2L);
				assertThat(authors.get(1).posts).hasSize(1);
				assertThat(authors.get(2).posts).hasSize(2);
				status.setRollbackOnly();
			});
			assertThat(authors).filteredOn((author) -> author.posts.size() == 2).hasSize(4);
		}

		@Test
		void whatASuspendedTransactionWroteIsSeenAfterItsCommit() {
			List<Author> authors = new java.util.ArrayList<>();
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.update("update author set name = 'locked' where id = 5");
				Post post = new Post();
				post.title = "new";
				post.author.setId(2L);
				this.all.posts().save(post);
				around(Surrounding.NEW_TRANSACTION, () -> {
					authors.addAll(this.all.authors().findAll());
					assertThat(authors.get(0).posts).hasSize(2);
				});
			});
			assertThat(authors.get(1).posts).hasSize(3);
		}

		@Test
		void aChildThatMovedInMemoryLeavesWhatWasReadAhead() {
			this.unitOfWork.run(() -> {
				List<Author> authors = this.all.authors().findAll();
				assertThat(authors.get(0).profile.isPresent()).isTrue();
				assertThat(authors.get(0).posts).hasSize(2);
				assertThat(authors.get(1).posts)
					.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(authors.get(1)));
			});
		}

	}

}
