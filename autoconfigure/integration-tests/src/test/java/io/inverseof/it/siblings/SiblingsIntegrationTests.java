package io.inverseof.it.siblings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.Library.Author;
import io.inverseof.it.siblings.Library.Authors;
import io.inverseof.it.siblings.Library.Comment;
import io.inverseof.it.siblings.Library.Comments;
import io.inverseof.it.siblings.Library.Post;
import io.inverseof.it.siblings.Library.Posts;
import io.inverseof.it.siblings.Library.Profile;
import io.inverseof.it.siblings.Library.Profiles;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What N+1 was, counted in statements.
 */
class SiblingsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends LoadTogether {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends LoadTogether {

	}

	@SpringBootTest(classes = Library.class)
	@Sql(statements = Library.SCHEMA)
	abstract static class LoadTogether {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Profiles profiles;

		@Autowired
		Comments comments;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		MeterRegistry meters;

		@BeforeEach
		void fill() {
			List<Object[]> authors = LongStream.rangeClosed(1, 100)
				.mapToObj((i) -> new Object[] { i, "a" + i })
				.toList();
			this.jdbc.batchUpdate("insert into author(id, name) values (?, ?)", authors);
			List<Object[]> profiles = LongStream.rangeClosed(1, 50)
				.mapToObj((i) -> new Object[] { i, "p" + i, 2 * i })
				.toList();
			this.jdbc.batchUpdate("insert into profile(id, bio, author_id) values (?, ?, ?)", profiles);
			List<Object[]> posts = LongStream.range(0, 1000)
				.mapToObj((i) -> new Object[] { i + 1, "t" + i, i / 100, i % 100 + 1 })
				.toList();
			this.jdbc.batchUpdate("insert into post(id, title, likes, author_id) values (?, ?, ?, ?)", posts);
			List<Object[]> comments = LongStream.range(0, 100)
				.mapToObj((i) -> new Object[] { "c" + i, i / 5 + 1 })
				.toList();
			this.jdbc.batchUpdate("insert into comment(body, post_id) values (?, ?)", comments);
		}

		private void truthfully(int sent, int naively, Runnable traversal) {
			double before = saved();
			assertThat(this.statements).during(traversal::run).total(sent);
			double saved = saved() - before;
			assertThat(this.statements).during(() -> this.unitOfWork.naive().run(traversal)).total(naively);
			assertThat(saved).isEqualTo(naively - sent);
		}

		private double saved() {
			return sum("inverseof.queries.avoided") - sum("inverseof.queries.speculative");
		}

		private double sum(String meter) {
			return this.meters.find(meter).counters().stream().mapToDouble(Counter::count).sum();
		}

		@Test
		void readsAllPostsOfAHundredAuthorsAndEachAuthorInTwoStatements() {
			truthfully(2, 1 + 100 + 1000, () -> {
				for (Author author : this.authors.findAll()) {
					assertThat(author.posts()).hasSize(10)
						.allSatisfy((post) -> assertThat(post.author().get().id).isEqualTo(author.id));
				}
			});
		}

		@Test
		void wiresWhatIsReadTogether() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all).allSatisfy((author) -> {
				assertThat(author.posts()).hasSize(10)
					.allSatisfy((post) -> assertThat(post.author().get()).isSameAs(author));
				author.profile().optional().ifPresent((profile) -> assertThat(profile.author().get()).isSameAs(author));
			});
		}

		@Test
		void readsTheAuthorsOfAThousandPostsInTwoStatements() {
			Set<Author> distinct = new HashSet<>();
			truthfully(2, 1 + 1000, () -> this.posts.inOrder().forEach((post) -> distinct.add(post.author().get())));
			assertThat(distinct).hasSize(100 + 1000);
		}

		@Test
		void readsTheAuthorsOfAThousandPostsInTwoStatementsWithinATransaction() {
			assertThat(this.statements).during(() -> this.transaction.executeWithoutResult((status) -> {
				Set<Author> distinct = new HashSet<>();
				this.posts.inOrder().forEach((post) -> distinct.add(post.author().get()));
				assertThat(distinct).hasSize(100);
			})).total(2);
		}

		@Test
		void readsProfilesTogetherAndKnowsWhoHasNone() {
			truthfully(2, 1 + 100 + 50, () -> {
				for (Author author : this.authors.findAll()) {
					Profile profile = author.profile().orNull();
					assertThat(profile != null).isEqualTo(author.id % 2 == 0);
					if (profile != null) {
						assertThat(profile.author().get().id).isEqualTo(author.id);
					}
				}
			});
		}

		@Test
		void childrenOfSeveralOwnersAreSiblings() {
			truthfully(1 + 1 + 10, 1 + 100 + 1000, () -> {
				int comments = 0;
				for (Author author : this.authors.findAll()) {
					for (Post post : author.posts()) {
						comments += post.comments().size();
					}
				}
				assertThat(comments).isEqualTo(100);
			});
		}

		@Test
		void recordsAreSiblings() {
			truthfully(2, 1 + 100, () -> {
				Map<Long, Post> byId = new HashMap<>();
				for (Comment comment : this.comments.findAll()) {
					Post post = comment.post().get();
					byId.merge(post.id, post, (one, other) -> one);
				}
				assertThat(byId).hasSize(20);
			});
		}

		@Test
		void filteredAssociationsLoadTogether() {
			truthfully(2, 1 + 100, () -> {
				for (Author author : this.authors.findAll()) {
					assertThat(author.likedPosts()).hasSize(5)
						.allSatisfy((post) -> assertThat(post.likes).isGreaterThan(4));
				}
			});
		}

		@Test
		void limitedAssociationsLoadOneByOne() {
			truthfully(1 + 100, 1 + 100, () -> {
				for (Author author : this.authors.findAll()) {
					assertThat(author.newestPosts()).extracting((post) -> post.likes).containsExactly(9, 8);
				}
			});
		}

		@Test
		void sortedAssociationsKeepTheirOrderAndTheirBatchSize() {
			truthfully(1 + 4, 1 + 100, () -> {
				for (Author author : this.authors.findAll()) {
					assertThat(author.sortedPosts()).extracting((post) -> post.title)
						.isSortedAccordingTo((one, other) -> other.compareTo(one));
				}
			});
		}

		@Test
		void sortedHasOneTakesTheFirstOfEachOwner() {
			List<Integer> likes = new ArrayList<>();
			this.authors.findAll().forEach((author) -> likes.add(author.bestPost().get().likes));
			assertThat(likes).hasSize(100).containsOnly(9);
		}

		@Test
		void aPageBatchesOnlyWhatItShows() {
			List<String> sent = this.statements
				.countDuring(() -> this.authors.findAll(PageRequest.of(0, 3, Sort.by("id")))
					.forEach((author) -> assertThat(author.posts()).hasSize(10)))
				.statements();
			assertThat(sent).filteredOn((sql) -> sql.contains("\"POST\"") || sql.contains("\"post\"")).hasSize(1);
			assertThat(
					this.meters.get("inverseof.queries.executed").tag("association", "Author.posts").counter().count())
				.isPositive();
		}

		@Test
		void readsOnlyTheNextKeys() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all.get(70).posts()).hasSize(10);
			assertThat(all).allSatisfy((author) -> assertThat(author.posts().isLoaded()).isTrue());
			assertThat(all.get(3).posts().isLoaded()).isTrue();
		}

		@Test
		void streamsBeginWithOneAndDouble() {
			int sent = this.statements.countDuring(() -> {
				try (Stream<Post> stream = this.posts.findByIdGreaterThanOrderById(0L)) {
					stream.limit(100).forEach((post) -> post.comments().size());
				}
			}).total();
			assertThat(sent).isLessThanOrEqualTo(1 + 8);
		}

		@Test
		void aSavedChildIsInTheListOfASiblingThatWasReadAhead() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all.get(0).posts()).hasSize(10);
			Post post = this.posts.findById(1L).orElseThrow();
			post.author().setId(2L);
			this.posts.save(post);
			assertThat(all.get(1).posts()).hasSize(11);
			assertThat(all.get(2).posts()).hasSize(10);
		}

		@Test
		void aDeletedChildIsNotInTheListOfASiblingThatWasReadAhead() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all.get(0).posts()).hasSize(10);
			this.posts.deleteById(2L);
			assertThat(all.get(1).posts()).hasSize(9);
		}

		@Test
		void aModifyingQueryOutdatesWhatWasReadAhead() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all.get(0).posts()).hasSize(10);
			this.posts.retitle(2L);
			assertThat(all.get(1).posts().get(0).title).isEqualTo("changed");
		}

		@Test
		void whatARolledBackTransactionReadAheadIsReadAgain() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.update("delete from post where author_id = 2");
				assertThat(all.get(0).posts()).hasSize(10);
				status.setRollbackOnly();
			});
			assertThat(all.get(1).posts()).hasSize(10);
		}

		@Test
		void aReloadedReferenceLoadsAlone() {
			List<Post> all = this.posts.inOrder();
			assertThat(all.get(0).author().get().name).isEqualTo("a1");
			this.jdbc.update("update author set name = 'new' where id = 1");
			all.get(0).author().reload();
			assertThat(all.get(0).author().get().name).isEqualTo("new");
		}

		@Test
		void danglingReferencesAreFoundOutTogether() {
			this.jdbc.update("delete from author where id > 50");
			truthfully(2, 1 + 1000,
					() -> assertThat(this.posts.inOrder()).filteredOn((post) -> post.author().isPresent())
						.hasSize(500));
		}

		@Test
		void addedChildrenStayWhenTheListIsReadAhead() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			Post post = new Post();
			all.get(1).posts().add(post);
			assertThat(all.get(0).posts()).hasSize(10);
			assertThat(all.get(1).posts()).hasSize(11).endsWith(post);
		}

		@Test
		void countingNeverUsesWhatWasReadAhead() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			assertThat(all.get(0).posts()).hasSize(10);
			assertThat(this.statements).during(() -> assertThat(all.get(1).posts().count()).isEqualTo(10)).total(1);
		}

	}

}
