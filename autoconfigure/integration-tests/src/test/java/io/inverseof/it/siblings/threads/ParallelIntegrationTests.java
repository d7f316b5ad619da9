package io.inverseof.it.siblings.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.threads.Crowd.Author;
import io.inverseof.it.siblings.threads.Crowd.Authors;
import io.inverseof.it.siblings.threads.Crowd.Post;
import io.inverseof.it.siblings.threads.Crowd.Posts;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight threads read the associations of the same objects.
 */
class ParallelIntegrationTests {

	private static final int THREADS = 8;

	@Nested
	@OnH2
	class OnTheH2 extends Parallel {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Parallel {

	}

	@SpringBootTest(classes = Crowd.class)
	@Sql(statements = Crowd.SCHEMA)
	abstract static class Parallel {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@BeforeEach
		void fill() {
			this.jdbc.batchUpdate("insert into author(id, name) values (?, ?)",
					LongStream.rangeClosed(1, 200).mapToObj((i) -> new Object[] { i, "a" + i }).toList());
			this.jdbc.batchUpdate("insert into post(id, author_id) values (?, ?)",
					LongStream.range(0, 600).mapToObj((i) -> new Object[] { i + 1, i % 200 + 1 }).toList());
		}

		/**
		 * The results of all threads, which begin at the same time.
		 */
		private <T> List<T> inParallel(Callable<T> work) {
			CyclicBarrier start = new CyclicBarrier(THREADS);
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			try {
				List<Future<T>> futures = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					futures.add(threads.submit(() -> {
						start.await();
						return work.call();
					}));
				}
				List<T> results = new ArrayList<>();
				for (Future<T> future : futures) {
					results.add(future.get());
				}
				return results;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				threads.shutdown();
			}
		}

		@RepeatedTest(5)
		void allSeeTheSameChildren() {
			List<Author> all = this.authors.findByOrderById();
			int sent = this.statements.countDuring(() -> {
				List<List<List<Post>>> found = inParallel(
						() -> all.stream().map((author) -> (List<Post>) new ArrayList<>(author.posts)).toList());
				assertThat(found).allMatch((result) -> result.equals(found.get(0)));
			}).total();
			assertThat(sent).isBetween(2, 2 * THREADS);
			assertThat(all).allSatisfy((author) -> assertThat(author.posts).hasSize(3)
				.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(author)));
		}

		@RepeatedTest(5)
		void allSeeTheSameTargets() {
			List<Post> all = this.posts.findByOrderById();
			int sent = this.statements.countDuring(() -> {
				List<List<Author>> found = inParallel(() -> all.stream().map((post) -> post.author.get()).toList());
				assertThat(found).allMatch((result) -> result.equals(found.get(0)));
			}).total();
			assertThat(sent).isBetween(2, 2 * THREADS);
			assertThat(all.stream().map((post) -> post.author.get()).collect(Collectors.toSet())).hasSize(200);
			assertThat(all).allSatisfy((post) -> assertThat(post.author.get().id).isEqualTo(post.author.getId()));
		}

		@RepeatedTest(5)
		void parallelStreamsSeeTheSame() {
			List<Author> all = this.authors.findByOrderById();
			long posts = all.parallelStream().mapToLong((author) -> author.posts.size()).sum();
			assertThat(posts).isEqualTo(600);
			assertThat(all.parallelStream()
				.flatMap((author) -> author.posts.stream().filter((post) -> post.author.get() != author))).isEmpty();
		}

		@RepeatedTest(3)
		void graphsAreTheSameFromBothSides() {
			List<Author> all = this.authors.findByOrderById();
			inParallel(() -> {
				all.forEach((author) -> author.posts.forEach((post) -> assertThat(post.author.get()).isSameAs(author)));
				all.forEach((author) -> assertThat(author.oldest.get().author.get()).isSameAs(author));
				return true;
			});
		}

		@RepeatedTest(3)
		void readingWhileSomebodyWritesIsHarmless() {
			List<Author> all = this.authors.findByOrderById();
			inParallel(() -> {
				all.forEach((author) -> assertThat(author.posts).hasSize(3));
				Post post = this.posts.findById(1L).orElseThrow();
				this.posts.save(post);
				return true;
			});
		}

		@Test
		void whatOneThreadLoadedAnotherReads() {
			List<Author> all = inParallelOnce(this.authors::findByOrderById);
			assertThat(this.statements).during(() -> assertThat(all).allMatch((author) -> author.posts.size() == 3))
				.total(2);
			List<Post> posts = this.transaction.execute((status) -> this.posts.findByOrderById());
			assertThat(this.statements)
				.during(() -> inParallelOnce(() -> posts.stream().map((post) -> post.author.get()).toList()))
				.total(2);
		}

		@Test
		void whatATransactionReadAheadIsForNoOtherThreadBeforeItEnds() {
			List<Author> all = this.authors.findByOrderById();
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.update("delete from post where author_id in (2, 3)");
				assertThat(all.get(0).posts).hasSize(3);
				assertThat(inParallelOnce(() -> all.get(1).posts.size())).isEqualTo(3);
				status.setRollbackOnly();
			});
			assertThat(all.get(1).posts).hasSize(3);
			assertThat(all.get(2).posts).hasSize(3);
		}

		@Test
		void whatATransactionReadAheadIsForAllAfterItsCommit() {
			List<Author> all = this.authors.findByOrderById();
			this.transaction.executeWithoutResult((status) -> assertThat(all.get(0).posts).hasSize(3));
			assertThat(this.statements)
				.during(() -> assertThat(inParallelOnce(() -> all.get(1).posts.size())).isEqualTo(3))
				.none();
		}

		@Test
		void whatOneThreadReadAheadAnotherReads() {
			List<Author> all = this.authors.findByOrderById();
			assertThat(inParallelOnce(() -> all.get(0).posts.size())).isEqualTo(3);
			assertThat(this.statements).during(() -> assertThat(all.get(1).posts).hasSize(3)).none();
			this.posts.deleteById(3L);
			assertThat(inParallelOnce(() -> all.get(2).posts.size())).isEqualTo(2);
		}

		private <T> T inParallelOnce(Callable<T> work) {
			ExecutorService thread = Executors.newSingleThreadExecutor();
			try {
				return thread.submit(work).get();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				thread.shutdown();
			}
		}

	}

}
