package io.inverseof.it.inheritance;

import java.util.List;
import java.util.stream.StreamSupport;

import io.inverseof.it.inheritance.Feed.Articles;
import io.inverseof.it.inheritance.Feed.Author;
import io.inverseof.it.inheritance.Feed.Authors;
import io.inverseof.it.inheritance.Feed.Posts;
import io.inverseof.it.inheritance.Feed.Retweets;
import io.inverseof.it.inheritance.Feed.Tweets;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two authors; the first one has a post, two tweets, a retweet and an article, in this
 * order, the second one a post and a tweet.
 */
@SpringBootTest(classes = Feed.class)
abstract class FeedTest {

	static final long POST = 1;

	static final long TWEET = 2;

	static final long OTHER_TWEET = 3;

	static final long RETWEET = 4;

	static final long ARTICLE = 5;

	static final long BOBS_POST = 6;

	static final long BOBS_TWEET = 7;

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Tweets tweets;

	@Autowired
	Retweets retweets;

	@Autowired
	Articles articles;

	@Autowired
	JdbcAggregateTemplate template;

	@Autowired
	StatementCounter statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.jdbc.batchUpdate("insert into author(id, name) values (1, 'ann')",
				"insert into author(id, name) values (2, 'bob')");
		row(POST, "hello", 1, null, null);
		row(TWEET, "first", 1, "Tweet", "#one");
		row(OTHER_TWEET, "second", 1, "Tweet", "#two");
		row(RETWEET, "again", 1, "Retweet", "#one");
		row(ARTICLE, "essay", 1, "long read", null);
		row(BOBS_POST, "first", 2, "unknown", null);
		row(BOBS_TWEET, "third", 2, "Tweet", "#one");
		this.jdbc.batchUpdate("update post set original_id = 2 where id = 4",
				"update post set city = 'Graz' where id = 2", "update post set summary = 'short' where id = 5",
				"insert into tag(post, label) values (1, 'a')", "insert into tag(post, label) values (2, 'b')",
				"insert into mention(post, name) values (2, 'carl')",
				"insert into mention(post, name) values (4, 'dora')",
				"alter table post alter column id restart with 100");
	}

	private void row(long id, String title, long author, @Nullable String type, @Nullable String hashtag) {
		this.jdbc.update("insert into post(id, title, author_id, type, hashtag) values (?, ?, ?, ?, ?)", id, title,
				author, type, hashtag);
	}

	List<String> sent(Runnable work) {
		return Sent.texts(this.statements, work);
	}

	List<String> kinds(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	static List<Long> ids(Iterable<? extends Feed.Row> rows) {
		return StreamSupport.stream(rows.spliterator(), false).map(Feed.Row::id).toList();
	}

	List<Object> types() {
		return this.tables.column("type", "post", "id");
	}

}
