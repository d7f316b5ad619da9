package io.inverseof.it.inheritance;

import io.inverseof.it.inheritance.Feed.Retweet;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that configures Spring Data JDBC itself.
 */
@SpringBootTest(classes = { Feed.class, OwnConfigurationIntegrationTests.Own.class })
@OnH2
class OwnConfigurationIntegrationTests extends FeedTest {

	@Test
	void readsTheClassOfARow() {
		assertThat(this.posts.findById(RETWEET)).get().isExactlyInstanceOf(Retweet.class);
		assertThat(this.posts.findAll()).hasAtLeastOneElementOfType(Tweet.class).hasSize(7);
		assertThat(author(1).tweets).hasSize(3);
	}

	@Test
	void seesNoRowsOfOtherClasses() {
		assertThat(this.tweets.findById(POST)).isEmpty();
		assertThat(this.tweets.findByTitle("hello")).isEmpty();
		assertThat(this.tweets.count()).isEqualTo(4);
	}

	@Test
	void writesTheClassAndDeletesNothingElse() {
		this.tweets.save(Tweet.of("new", "#"));
		assertThat(this.tweets.count()).isEqualTo(5);
		this.tweets.deleteAll();
		assertThat(ids(this.posts.findAll())).containsExactlyInAnyOrder(POST, ARTICLE, BOBS_POST);
	}

	@Configuration(proxyBeanMethods = false)
	static class Own extends AbstractJdbcConfiguration {

	}

}
