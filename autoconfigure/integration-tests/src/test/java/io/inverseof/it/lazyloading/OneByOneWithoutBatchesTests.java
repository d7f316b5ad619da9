package io.inverseof.it.lazyloading;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The detection with {@code inverseof.batch-size=1} and a threshold of 3.
 */
@TestPropertySource(properties = { "inverseof.batch-size=1", "inverseof.n-plus-one.threshold=3" })
class OneByOneWithoutBatchesTests extends LazyLoadingTest {

	@Test
	void reportsTheResultsOfOneQuery(CapturedOutput output) {
		double before = suspected("Post.author");
		List<Post> posts = firstPosts(20);
		String line = line(1);
		posts.forEach((post) -> post.author.get());
		assertThat(suspected("Post.author")).isEqualTo(before + 1);
		assertThat(output)
			.containsOnlyOnce("Post.author was loaded one by one, 4 times by the results of one query. The "
					+ "last was Post.author of Post 4, read by " + line
					+ ". inverseof.batch-size is 1. Give it a larger number to load it for siblings together.");
	}

	@Test
	void reportsEveryKind() {
		double before = suspected("Author.posts") + suspected("Author.profile");
		List<Author> authors = this.authors.findAll();
		authors.forEach((author) -> author.posts.size());
		authors.forEach((author) -> author.profile.get());
		assertThat(suspected("Author.posts") + suspected("Author.profile")).isEqualTo(before + 2);
	}

	@Test
	void reportsEachQueryOnItsOwn() {
		double before = suspected("Post.author");
		firstPosts(3).forEach((post) -> post.author.get());
		firstPosts(3).forEach((post) -> post.author.get());
		assertThat(suspected("Post.author")).isEqualTo(before);
		firstPosts(4).forEach((post) -> post.author.get());
		firstPosts(4).forEach((post) -> post.author.get());
		assertThat(suspected("Post.author")).isEqualTo(before + 2);
	}

	@Test
	void reportsSeveralThreadsOnce() {
		double before = suspected("Author.posts");
		List<Author> authors = this.authors.findAll();
		authors.parallelStream().forEach((author) -> author.posts.size());
		assertThat(suspected("Author.posts")).isEqualTo(before + 1);
	}

}
