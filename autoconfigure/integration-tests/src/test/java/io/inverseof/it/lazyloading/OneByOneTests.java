package io.inverseof.it.lazyloading;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The detection of associations that load one by one, with the default threshold of 10.
 */
class OneByOneTests extends LazyLoadingTest {

	private static final String LOGGED = " was loaded one by one, ";

	private double before;

	@BeforeEach
	void remember() {
		this.before = suspected("Post.author");
	}

	@Test
	void reportsRowsThatAreReadOneByOne(CapturedOutput output) {
		String line = line(2);
		inTransaction(() -> {
			LongStream.rangeClosed(1, 15).forEach((id) -> post(id).author.get());
		});
		assertThat(reports()).isEqualTo(1);
		assertThat(output).containsOnlyOnce("Post.author was loaded one by one, 11 times in one unit of work. The last "
				+ "was Post.author of Post 11, read by " + line + ". The objects that have it were not read together. "
				+ "Read them by one query, such as findAllById(..), or call "
				+ "AssociationOperations.preload(posts, \"author\") before they are used.");
	}

	@Test
	void reportsNothingUpToTheThreshold(CapturedOutput output) {
		inTransaction(() -> readOneByOne(10));
		assertThat(reports()).isZero();
		assertThat(output).doesNotContain(LOGGED);
	}

	@Test
	void logsALineOnceAndMovesTheMeterEachTime(CapturedOutput output) {
		for (int i = 0; i < 3; i++) {
			inTransaction(() -> LongStream.rangeClosed(1, 11).forEach((id) -> post(id).author.get()));
		}
		assertThat(reports()).isEqualTo(3);
		assertThat(output).containsOnlyOnce("Post.author" + LOGGED);
	}

	@Test
	void countsInAUnitWithoutTransaction() {
		this.unitOfWork.run(() -> readOneByOne(11));
		assertThat(reports()).isEqualTo(1);
	}

	@Test
	void doesNotAddUpUnits() {
		inTransaction(() -> readOneByOne(6));
		inTransaction(() -> readOneByOne(6));
		assertThat(reports()).isZero();
	}

	@Test
	void doesNotAddUpQueriesOutsideAUnit() {
		readOneByOne(20);
		assertThat(reports()).isZero();
	}

	@Test
	void doesNotCountWhatIsInMemory() {
		inTransaction(() -> {
			this.authors.findAll();
			readOneByOne(20);
		});
		assertThat(reports()).isZero();
	}

	@Test
	void doesNotCountBatches() {
		List<Post> posts = this.posts.findAll();
		assertThat(this.statements).during(() -> posts.forEach((post) -> post.author.get())).selects(1);
		inTransaction(() -> this.posts.findAll().forEach((post) -> post.author.get()));
		assertThat(reports()).isZero();
	}

	@Test
	void doesNotCountPreloading() {
		inTransaction(() -> LongStream.rangeClosed(1, 15).forEach((id) -> {
			Post post = post(id);
			this.associations.preload(List.of(post), "author");
			post.author.get();
		}));
		assertThat(reports()).isZero();
	}

	@Test
	void doesNotCountPartialReads() {
		double posts = suspected("Author.posts");
		inTransaction(() -> this.authors.findAll().forEach((author) -> {
			author.posts.count();
			author.posts.first();
			author.posts.find(author.id);
		}));
		assertThat(suspected("Author.posts")).isEqualTo(posts);
	}

	@Test
	void reportsAScopeWithALimit(CapturedOutput output) {
		double latestPosts = suspected("Author.latestPosts");
		List<Author> authors = this.authors.findAll();
		assertThat(this.statements).during(() -> authors.forEach((author) -> author.latestPosts.size())).selects(20);
		assertThat(suspected("Author.latestPosts")).isEqualTo(latestPosts + 1);
		assertThat(output)
			.containsOnlyOnce("Author.latestPosts was loaded one by one, 11 times by the results of one query. ")
			.contains(
					"Its scope Latest has a limit, which holds for one Author at a time. Read the rows of all of them "
							+ "by a query method of your own.");
	}

	@Test
	void reportsNoNaiveWork(CapturedOutput output) {
		this.unitOfWork.naive().run(() -> this.posts.findAll().forEach((post) -> post.author.get()));
		assertThat(reports()).isZero();
		assertThat(output).doesNotContain(LOGGED);
	}

	private double reports() {
		return suspected("Post.author") - this.before;
	}

	private void readOneByOne(int count) {
		for (long id = 1; id <= count; id++) {
			post(id).author.get();
		}
	}

}
