package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The single-table inheritance of {@code docs/associations.md}.
 */
@DocsTest
class InheritanceTests {

	@Autowired
	private Writers writers;

	@Autowired
	private Entries entries;

	@Autowired
	private Tweets tweets;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private JdbcTemplate jdbc;

	private Long id;

	@BeforeEach
	void save() {
		entries.deleteAll();
		writers.deleteAll();
		Writer writer = new Writer();
		writer.entries().build((entry) -> {
		});
		writer.tweets().build((tweet) -> tweet.hashtag("#one"));
		writers.save(writer);
		id = jdbc.queryForObject("SELECT MAX(id) FROM writer", Long.class);
	}

	@Test
	void theInverseOfTweetsIsInherited() {
		Writer writer = writers.findById(id).orElseThrow();
		assertThat(statements).during(() -> {
			// tag::inheritance-read[]
			Tweet tweet = writer.tweets().get(0); // one SELECT of tweets
			Writer same = tweet.writer().get(); // none
			// end::inheritance-read[]
			assertThat(same).isSameAs(writer);
		}).selects(1);
	}

	@Test
	void theSuperclassHandsOutTweets() {
		assertThat(statements).during(() -> {
			// tag::inheritance-all[]
			List<Entry> all = entries.findAll(); // one SELECT
			// end::inheritance-all[]
			assertThat(all).hasSize(2).hasAtLeastOneElementOfType(Tweet.class);
		}).selects(1);
	}

	@Test
	void theRepositoryOfTheSubclassSeesItsRows() {
		assertThat(tweets.findByHashtag("#one")).hasSize(1);
		// tag::inheritance-delete[]
		tweets.deleteAll(); // DELETE FROM entry WHERE type IN ('Tweet')
		// end::inheritance-delete[]
		assertThat(entries.count()).isOne();
	}

}
