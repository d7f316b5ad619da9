package io.inverseof.it.unitofwork;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.test.StatementCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads on one graph, with a pool of one connection.
 */
@TestPropertySource(properties = { "spring.datasource.hikari.maximum-pool-size=1",
		"spring.datasource.hikari.connection-timeout=10000", "inverseof.has-many-inversing=true",
		"inverseof.automatically-invert-plural-associations=true" })
@Timeout(60)
class ConcurrentReadsTests extends UnitOfWorkTest {

	private static final int THREADS = 8;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@AfterEach
	void stopThreads() {
		this.threads.shutdownNow();
	}

	@RepeatedTest(5)
	void allThreadsGetTheSameTarget() {
		Post post = post(1);
		StatementCounts sent = this.statements
			.countDuring(() -> assertThat(distinct(together(() -> post.author.get()))).hasSize(1));
		assertThat(sent.selects()).isBetween(1, THREADS);
	}

	@RepeatedTest(5)
	void allThreadsGetTheSameElements() {
		Author ann = author(1);
		assertThat(distinct(together(() -> ann.posts.get(0)))).hasSize(1);
		assertThat(ann.posts).hasSize(2).allSatisfy((post) -> assertThat(post.author.get()).isSameAs(ann));
	}

	@RepeatedTest(5)
	void allThreadsGetTheSameHasOne() {
		Author ann = author(1);
		assertThat(distinct(together(() -> ann.profile.get()))).hasSize(1);
	}

	@RepeatedTest(5)
	void siblingsReadByDifferentThreadsShareTheirTarget() {
		for (long id = 10; id < 10 + THREADS; id++) {
			this.jdbc.update("insert into post (id, title, author_id) values (?, 'many', 1)", id);
		}
		List<Post> many = this.posts.findByTitle("many");
		List<Callable<Author>> reads = many.stream().<Callable<Author>>map((post) -> () -> post.author.get()).toList();
		Set<Author> found = distinct(together(reads));
		assertThat(found).hasSize(1);
		Author ann = found.iterator().next();
		assertThat(((AssociationHolder) ann.posts).inMemory()).hasSize(THREADS).doesNotHaveDuplicates();
		assertThat(ann.posts.isLoaded()).isFalse();
		assertThat(ann.posts).hasSize(THREADS + 2).containsAll(many);
	}

	@RepeatedTest(5)
	void wholeGraphsAreReadWithoutDeadlock() {
		List<Post> all = this.posts.findAllById(List.of(1L, 2L, 3L));
		List<Integer> sizes = together(() -> all.stream()
			.mapToInt((post) -> post.author.get().posts.size() + post.comments.size()
					+ post.author.get().posts.get(0).comments.size())
			.sum());
		assertThat(sizes).containsOnly(sizes.get(0));
	}

	@Test
	void anotherThreadDoesNotEnterTheUnitOfATransaction() {
		this.unitOfWork.run(() -> {
			Post post = post(1);
			Author elsewhere = elsewhere(() -> author(1));
			assertThat(post.author.get()).isNotSameAs(elsewhere);
			Post other = post(2);
			Author ann = other.author.get();
			assertThat(elsewhere(() -> post(2).author.get())).isNotSameAs(ann);
		});
	}

	@Test
	void aReferenceThatAnotherThreadReadIsReadForAll() {
		this.unitOfWork.run(() -> {
			Post post = post(1);
			Author elsewhere = elsewhere(() -> post.author.get());
			assertThat(post.author.get()).isSameAs(elsewhere);
			assertThat(post(2).author.get()).isNotSameAs(elsewhere);
		});
	}

	@Test
	void aTransactionLoadsOnItsOnlyConnection() {
		inTransaction(() -> {
			Post post = post(1);
			assertThat(post.author.get().posts).hasSize(2);
			assertThat(post.comments).hasSize(2);
		});
	}

	@Test
	void outsideATransactionOneConnectionIsEnough() {
		for (Post post : this.posts.findByIdLessThanOrderById(4L)) {
			assertThat(post.author.get().posts).isNotEmpty();
			assertThat(post.comments.count()).isNotNegative();
		}
	}

	@Test
	void aStreamInATransactionLoadsOnItsOnlyConnection() {
		inTransaction(() -> {
			try (Stream<Post> all = this.posts.streamAllBy()) {
				assertThat(all.filter((post) -> post.author.isPresent()).map((post) -> post.author.get().name))
					.containsExactlyInAnyOrder("Ann", "Ann", "Bob");
			}
		});
	}

	@Test
	void threadsLoadAfterTheTransactionOfTheirGraph() {
		List<Post> loaded = new ArrayList<>();
		inTransaction(() -> loaded.addAll(this.posts.findAllById(List.of(1L, 2L))));
		assertThat(distinct(together(() -> loaded.get(0).author.get()))).hasSize(1);
	}

	private static <T> Set<T> distinct(List<T> objects) {
		Set<T> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
		distinct.addAll(objects);
		return distinct;
	}

	private <T> T elsewhere(Callable<T> read) {
		return get(this.threads.submit(read));
	}

	private <T> List<T> together(Callable<T> read) {
		return together(Collections.nCopies(THREADS, read));
	}

	private <T> List<T> together(List<Callable<T>> reads) {
		CyclicBarrier start = new CyclicBarrier(reads.size());
		List<Future<T>> results = new ArrayList<>();
		for (Callable<T> read : reads) {
			results.add(this.threads.submit(() -> {
				start.await();
				return read.call();
			}));
		}
		return results.stream().map(ConcurrentReadsTests::get).toList();
	}

	private static <T> T get(Future<T> result) {
		try {
			return result.get(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new AssertionError(ex);
		}
	}

}
