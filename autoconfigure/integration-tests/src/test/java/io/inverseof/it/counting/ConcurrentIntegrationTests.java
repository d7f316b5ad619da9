package io.inverseof.it.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several threads at once lose no count, and do not wait for each other forever.
 */
class ConcurrentIntegrationTests {

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

		private static final int THREADS = 4;

		private static final int ROUNDS = 10;

		/**
		 * All threads begin together.
		 */
		private void together(IntConsumer work) throws Exception {
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			try {
				CyclicBarrier start = new CyclicBarrier(THREADS);
				List<Future<Boolean>> results = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					int thread = i;
					Callable<Boolean> task = () -> {
						start.await(30, TimeUnit.SECONDS);
						work.accept(thread);
						return true;
					};
					results.add(threads.submit(task));
				}
				for (Future<Boolean> result : results) {
					result.get(60, TimeUnit.SECONDS);
				}
			}
			catch (ExecutionException ex) {
				throw new AssertionError("A thread failed", ex.getCause());
			}
			finally {
				threads.shutdownNow();
			}
		}

		private void assertRightRows() {
			List<Object> there = this.tables.column("(select count(*) from post where author_id = author.id)", "author",
					"id");
			assertThat(this.tables.column("posts_count", "author", "id")).extracting(Object::toString)
				.isEqualTo(there.stream().map(Object::toString).toList());
		}

		@Test
		void createsLoseNoCount() throws Exception {
			together((thread) -> {
				for (int i = 0; i < ROUNDS; i++) {
					this.posts.save(by(this.authors.findById(id(this.ada)).orElseThrow(), "new"));
				}
			});
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(THREADS * ROUNDS, 0);
		}

		@Test
		void createsForTwoAuthorsInBothOrdersDoNotBlock() throws Exception {
			together((thread) -> {
				for (int i = 0; i < ROUNDS; i++) {
					Author first = (thread % 2 == 0) ? this.ada : this.grace;
					Author second = (thread % 2 == 0) ? this.grace : this.ada;
					this.posts.saveAll(List.of(byId(first), byId(second)));
				}
			});
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(THREADS * ROUNDS,
					THREADS * ROUNDS);
		}

		private Post byId(Author author) {
			Post post = Post.titled("new");
			post.author().setId(id(author));
			return post;
		}

		@Test
		void theSamePostMovesOnceAtATime() throws Exception {
			long id = Objects.requireNonNull(saved(this.ada).id);
			together((thread) -> {
				for (int i = 0; i < ROUNDS; i++) {
					Post post = this.posts.findById(id).orElseThrow();
					Author target = ((thread + i) % 2 == 0) ? this.ada : this.grace;
					post.author().setId(null);
					post.author().setId(id(target));
					this.posts.save(post);
				}
			});
			assertRightRows();
		}

		@Test
		void thePostIsDeletedOnce() throws Exception {
			saved(this.ada);
			long id = Objects.requireNonNull(saved(this.ada).id);
			together((thread) -> this.posts.deleteById(id));
			assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(1, 0);
		}

		@Test
		void aPostThatMovesWhileItIsDeletedIsCountedNowhere() throws Exception {
			for (int i = 0; i < ROUNDS; i++) {
				Post post = saved(this.ada);
				together((thread) -> {
					if (thread == 0) {
						this.posts.deleteById(Objects.requireNonNull(post.id));
					}
					if (thread == 1) {
						post.author().setId(id(this.grace));
						this.posts.save(post);
					}
				});
			}
			assertRightRows();
		}

		@Test
		void countingAgainMeanwhileIsRight() throws Exception {
			together((thread) -> {
				for (int i = 0; i < ROUNDS; i++) {
					if (thread == 0) {
						this.associations.resetCounters(Author.class);
					}
					else {
						this.posts.save(byId(this.ada));
					}
				}
			});
			assertRightRows();
		}

	}

}
