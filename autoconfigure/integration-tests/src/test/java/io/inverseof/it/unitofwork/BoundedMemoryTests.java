package io.inverseof.it.unitofwork;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much a unit holds.
 */
@TestPropertySource(properties = "inverseof.unit-of-work.max-entries=3")
class BoundedMemoryTests extends UnitOfWorkTest {

	@Test
	void theMostRecentAreHeldStrongly() {
		inTransaction(() -> {
			List<WeakReference<Author>> loaded = loadAuthors(5);
			assertCollected(loaded.get(0));
			assertCollected(loaded.get(1));
			assertThat(loaded.subList(2, 5)).allSatisfy((author) -> assertThat(author.get()).isNotNull());
		});
	}

	@Test
	void whatWasUsedLastStays() {
		inTransaction(() -> {
			List<WeakReference<Author>> loaded = loadAuthors(3);
			this.jdbc.update("update post set author_id = 100");
			this.jdbc.update("update post set id = id + 100");
			Post post = post(101);
			assertThat(post.author.get()).isSameAs(loaded.get(0).get());
			loadMore(2);
			assertCollected(loaded.get(1));
			assertThat(loaded.get(0).get()).isNotNull();
			assertThat(post.author.isLoaded()).isTrue();
		});
	}

	@Test
	void whatTheApplicationHoldsIsFoundBeyondTheLimit() {
		inTransaction(() -> {
			Author ann = author(1);
			loadAuthors(10);
			Post post = post(1);
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(ann)).none();
		});
	}

	@Test
	void listsAreNotHeldByTheCacheBeyondTheLimit() {
		inTransaction(() -> {
			WeakReference<Post> element = new WeakReference<>(author(1).posts.get(0));
			loadAuthors(10);
			assertCollected(element);
		});
	}

	@Test
	void targetsThatResultsShareAreHeldWeakly() {
		List<Post> both = this.posts.findAllById(List.of(1L, 2L));
		WeakReference<Author> shared = new WeakReference<>(both.get(0).author.get());
		both.get(0).author.reload();
		assertCollected(shared);
		assertThat(both.get(1).author.get().name).isEqualTo("Ann");
	}

	@Test
	void siblingsDoNotHoldEachOther() {
		List<Post> both = new ArrayList<>(this.posts.findAllById(List.of(1L, 2L)));
		WeakReference<Post> sibling = new WeakReference<>(both.remove(1));
		assertCollected(sibling);
		assertThat(both.get(0).author.get().name).isEqualTo("Ann");
	}

	@Test
	void aChildDoesNotHoldTheListsItLeft() {
		Post one = post(1);
		WeakReference<Author> ann = addToAnn(one);
		one.author.set(null);
		assertCollected(ann);
	}

	private WeakReference<Author> addToAnn(Post post) {
		Author ann = author(1);
		ann.posts.add(post);
		return new WeakReference<>(ann);
	}

	@Test
	void streamingHoldsNothing() {
		int rows = 20_000;
		this.jdbc.update("delete from post");
		this.jdbc.update("delete from author");
		this.jdbc.update("insert into author (id, name) select x, 'name' from system_range(1, " + rows + ")");
		this.jdbc
			.update("insert into post (id, title, author_id) select x, 'title', x from system_range(1, " + rows + ")");
		inTransaction(() -> {
			List<WeakReference<Object>> seen = new ArrayList<>();
			try (Stream<Post> all = this.posts.streamAllBy()) {
				all.forEach((post) -> {
					seen.add(new WeakReference<>(post));
					seen.add(new WeakReference<>(post.author.get()));
				});
			}
			assertThat(seen).hasSize(2 * rows);
			assertCollected(seen.get(0));
			assertThat(seen.stream().filter((reference) -> reference.get() != null).count()).isLessThan(100);
		});
	}

	@Test
	void savingHoldsNothing() {
		int count = 3_000;
		inTransaction(() -> {
			List<WeakReference<Author>> saved = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				saved.add(saveAuthorWithPost());
			}
			assertThat(saved).hasSize(count);
			assertCollected(saved.get(0));
			assertThat(saved.stream().filter((reference) -> reference.get() != null).count()).isLessThan(100);
		});
	}

	private WeakReference<Author> saveAuthorWithPost() {
		Author author = Author.named("name");
		author.posts.build((post) -> post.title = "title");
		return new WeakReference<>(this.authors.save(author));
	}

	@Test
	void aTransactionThatIsOverHoldsNothing() {
		Post one = post(1);
		WeakReference<Author> ann = new WeakReference<>(one.author.get());
		inTransaction(() -> this.posts.save(one));
		inTransaction(() -> moveToBob(one));
		assertCollected(ann);
	}

	private void moveToBob(Post post) {
		post.author.set(author(2));
		this.posts.save(post);
	}

	private List<WeakReference<Author>> loadAuthors(int count) {
		for (long id = 100; id < 100 + count; id++) {
			this.jdbc.update("insert into author (id, name) values (?, 'name')", id);
		}
		List<WeakReference<Author>> loaded = new ArrayList<>();
		for (long id = 100; id < 100 + count; id++) {
			loaded.add(new WeakReference<>(author(id)));
		}
		return loaded;
	}

	private void loadMore(int count) {
		for (long id = 1; id <= count; id++) {
			author(id);
		}
	}

	private static void assertCollected(WeakReference<?> reference) {
		int collections = 0;
		do {
			System.gc();
			collections++;
		}
		while (reference.get() != null && collections < 50);
		assertThat(reference.get()).isNull();
	}

}
