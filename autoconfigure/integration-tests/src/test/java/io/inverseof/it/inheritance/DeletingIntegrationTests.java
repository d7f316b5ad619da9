package io.inverseof.it.inheritance;

import java.util.List;

import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deleting subclasses leaves all other rows alone, and deleting by the superclass leaves
 * nothing behind.
 */
@OnH2
class DeletingIntegrationTests extends FeedTest {

	private List<Object> remaining() {
		return this.tables.column("id", "post", "id");
	}

	@Test
	void byId() {
		this.tweets.deleteById(TWEET);
		this.tweets.deleteById(POST);
		this.retweets.deleteById(OTHER_TWEET);
		assertThat(remaining()).containsExactly(POST, OTHER_TWEET, RETWEET, ARTICLE, BOBS_POST, BOBS_TWEET);
		assertThat(this.tables.column("label", "tag", "label")).containsExactly("a");
		assertThat(this.tables.column("name", "mention", "name")).containsExactly("dora");
	}

	@Test
	void byIds() {
		this.tweets.deleteAllById(List.of(POST, TWEET, RETWEET, ARTICLE));
		assertThat(remaining()).containsExactly(POST, OTHER_TWEET, ARTICLE, BOBS_POST, BOBS_TWEET);
		assertThat(this.tables.column("label", "tag", "label")).containsExactly("a");
		assertThat(this.tables.rows("mention")).isZero();
	}

	@Test
	void objects() {
		this.tweets.delete(this.tweets.findById(TWEET).orElseThrow());
		this.posts.delete(this.posts.findById(RETWEET).orElseThrow());
		this.posts.deleteAll(this.posts.findAllById(List.of(POST, BOBS_TWEET)));
		assertThat(remaining()).containsExactly(OTHER_TWEET, ARTICLE, BOBS_POST);
		assertThat(this.tables.rows("tag") + this.tables.rows("mention")).isZero();
	}

	@Test
	void anObjectWhoseRowIsOfAnotherClass() {
		Tweet claimed = Tweet.of("claimed", "#");
		claimed.id = POST;
		this.tweets.delete(claimed);
		assertThat(remaining()).hasSize(7);
		assertThat(this.tables.column("label", "tag", "label")).containsExactly("a", "b");
	}

	@Test
	void all() {
		this.tweets.deleteAll();
		assertThat(remaining()).containsExactly(POST, ARTICLE, BOBS_POST);
		assertThat(this.tables.column("label", "tag", "label")).containsExactly("a");
		assertThat(this.tables.rows("mention")).isZero();
	}

	@Test
	void allOfTheLowestClass() {
		this.retweets.deleteAll();
		this.articles.deleteAll();
		assertThat(remaining()).containsExactly(POST, TWEET, OTHER_TWEET, BOBS_POST, BOBS_TWEET);
		assertThat(this.tables.column("name", "mention", "name")).containsExactly("carl");
	}

	@Test
	void byTheSuperclass() {
		this.posts.deleteById(TWEET);
		this.posts.deleteAllById(List.of(RETWEET, POST));
		assertThat(remaining()).containsExactly(OTHER_TWEET, ARTICLE, BOBS_POST, BOBS_TWEET);
		this.posts.deleteAll();
		assertThat(this.tables.rows("post") + this.tables.rows("tag") + this.tables.rows("mention")).isZero();
	}

}
