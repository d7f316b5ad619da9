package io.inverseof.demo;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tweets, which are posts of a subclass.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class TweetIntegrationTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private Posts posts;

	@Autowired
	private Tweets tweets;

	@Autowired
	private Authors authors;

	@Test
	void rendersTheAuthorOfEachTweet() {
		get("/authors/7/tweets").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(5)
			.jsonPath("$[?(@.author != 'Edsger Lindqvist')]")
			.isEmpty()
			.jsonPath("$[?(@.hashtag == null)]")
			.isEmpty();
	}

	@Test
	void rendersAPageOfAuthorsWithTheirTweets() {
		get("/authors/tweets?page=2").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(20)
			.jsonPath("$[0].id")
			.isEqualTo(21)
			.jsonPath("$[0].tweets.length()")
			.isEqualTo(5)
			.jsonPath("$[0].tweets[?(@.author != 'Ada Novak')]")
			.isEmpty();
	}

	@Test
	void rendersTheNewestTweets() {
		get("/tweets").expectBody().jsonPath("$.length()").isEqualTo(20).jsonPath("$[?(@.hashtag == null)]").isEmpty();
	}

	@Test
	void findsATweet() {
		get("/tweets/105").expectBody().jsonPath("$.hashtag").isEqualTo("#sql");
	}

	@Test
	void doesNotFindAPostThatIsNoTweet() {
		this.client.get()
			.uri("/tweets/104")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.NOT_FOUND)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no tweet 104.");
	}

	@Test
	void countsTweetsAmongPosts() {
		assertThat(this.tweets.count()).isEqualTo(980);
		assertThat(this.posts.count()).isEqualTo(5000);
	}

	@Test
	void handsOutTweetsAmongPosts() {
		Author author = this.authors.findById(7L).orElseThrow();
		assertThat(author.posts()).hasSize(25).filteredOn(Tweet.class::isInstance).hasSize(5);
	}

	private RestTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk();
	}

}
