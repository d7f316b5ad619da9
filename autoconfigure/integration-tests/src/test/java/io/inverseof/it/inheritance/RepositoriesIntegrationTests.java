package io.inverseof.it.inheritance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.it.inheritance.Feed.Hashtag;
import io.inverseof.it.inheritance.Feed.Post;
import io.inverseof.it.inheritance.Feed.Retweet;
import io.inverseof.it.inheritance.Feed.Title;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Repositories of a subclass find its rows, and those of its subclasses, on every road.
 */
@OnH2
class RepositoriesIntegrationTests extends FeedTest {

	private static final Long[] TWEETS = { TWEET, OTHER_TWEET, RETWEET, BOBS_TWEET };

	private static void assertTweets(Iterable<? extends Tweet> found, Long... ids) {
		assertThat(ids(found)).containsExactlyInAnyOrder(ids);
		assertThat(found).allSatisfy((tweet) -> {
			boolean retweet = tweet.id() == RETWEET;
			assertThat(tweet).isExactlyInstanceOf(retweet ? Retweet.class : Tweet.class);
		});
	}

	@Test
	void findById() {
		assertThat(this.tweets.findById(TWEET)).isPresent();
		assertThat(this.tweets.findById(RETWEET)).get().isExactlyInstanceOf(Retweet.class);
		assertThat(this.tweets.findById(POST)).isEmpty();
		assertThat(this.retweets.findById(TWEET)).isEmpty();
		assertThat(this.articles.findById(BOBS_POST)).isEmpty();
	}

	@Test
	void theConditionIsPartOfTheStatement() {
		List<String> sent = sent(() -> this.tweets.findById(OTHER_TWEET));
		assertThat(sent.get(0)).endsWith("from post where ((post.id = ?) and (post.type in (?, ?)))");
	}

	@Test
	void findAll() {
		assertTweets(this.tweets.findAll(), TWEETS);
		assertThat(ids(this.retweets.findAll())).containsExactly(RETWEET);
		assertThat(ids(this.articles.findAll())).containsExactly(ARTICLE);
		assertThat(this.posts.findAll()).hasSize(7);
	}

	@Test
	void findAllById() {
		assertTweets(this.tweets.findAllById(List.of(POST, TWEET, RETWEET, ARTICLE, 99L)), TWEET, RETWEET);
		assertThat(this.tweets.findAllById(List.of())).isEmpty();
	}

	@Test
	void existsAndCount() {
		assertThat(this.tweets.existsById(TWEET)).isTrue();
		assertThat(this.tweets.existsById(POST)).isFalse();
		assertThat(this.tweets.count()).isEqualTo(4);
		assertThat(this.retweets.count()).isOne();
		assertThat(this.posts.count()).isEqualTo(7);
	}

	@Test
	void sortsAndPages() {
		assertThat(ids(this.tweets.findAll(Sort.by("title")))).containsExactly(RETWEET, TWEET, OTHER_TWEET, BOBS_TWEET);
		Page<Tweet> page = this.tweets.findAll(PageRequest.of(1, 3, Sort.by("id")));
		assertThat(ids(page)).containsExactly(BOBS_TWEET);
		assertThat(page.getTotalElements()).isEqualTo(4);
	}

	@Test
	void queriesOfTheTemplate() {
		Query first = Query.query(Criteria.where("title").is("first").or("title").is("hello"));
		assertTweets(this.template.findAll(first, Tweet.class), TWEET);
		assertThat(this.template.findOne(first, Tweet.class)).isPresent();
		assertThat(this.template.count(first, Tweet.class)).isOne();
		assertThat(this.template.exists(Query.query(Criteria.where("title").is("hello")), Tweet.class)).isFalse();
		assertTweets(this.template.findAll(Query.empty().sort(Sort.by("id")).limit(1).offset(1), Tweet.class),
				OTHER_TWEET);
		assertTweets(this.template.findAll(Query.empty().columns("id", "hashtag"), Tweet.class), TWEETS[0], TWEETS[1],
				TWEETS[2], TWEETS[3]);
	}

	@Test
	void streamsOfTheTemplate() {
		inTransaction(() -> {
			try (Stream<Tweet> all = this.template.streamAll(Tweet.class);
					Stream<Tweet> sorted = this.template.streamAll(Tweet.class, Sort.by("id"));
					Stream<Tweet> some = this.template.streamAllByIds(List.of(POST, TWEET), Tweet.class);
					Stream<Tweet> found = this.template.streamAll(Query.empty(), Tweet.class)) {
				assertTweets(all.toList(), TWEETS);
				assertTweets(sorted.toList(), TWEETS);
				assertTweets(some.toList(), TWEET);
				assertTweets(found.toList(), TWEETS);
			}
		});
	}

	@Test
	void queriesByExample() {
		Tweet probe = new Tweet();
		probe.tags = new LinkedHashSet<>();
		probe.hashtag = "#one";
		Example<Tweet> example = Example.of(probe);
		assertTweets(this.tweets.findAll(example), TWEET, RETWEET, BOBS_TWEET);
		assertThat(this.tweets.count(example)).isEqualTo(3);
		assertThat(this.tweets.exists(example)).isTrue();
		assertThat(ids(this.tweets.findAll(example, PageRequest.of(0, 1, Sort.by("id"))))).containsExactly(TWEET);
		assertThat(this.tweets.<Tweet, List<Tweet>>findBy(example, (query) -> query.sortBy(Sort.by("id")).all()))
			.extracting(Tweet::id)
			.containsExactly(TWEET, RETWEET, BOBS_TWEET);
		Example<Tweet> nothing = Example.of(new Tweet(), ExampleMatcher.matching().withIgnorePaths("tags", "mentions"));
		assertTweets(this.tweets.findAll(nothing), TWEETS);
	}

	@Test
	void queriesByExampleOfTheSuperclass() {
		Example<Post> example = Example.of(Post.of("first"), ExampleMatcher.matching().withIncludeNullValues());
		assertThat(ids(this.posts.findAll(example))).containsExactlyInAnyOrder(TWEET, BOBS_POST);
	}

	@Test
	void derivedQueries() {
		assertTweets(this.tweets.findByTitle("first"), TWEET);
		assertTweets(this.tweets.findByTitleOrHashtag("first", "#two"), TWEET, OTHER_TWEET);
		assertTweets(this.tweets.findAllBy(), TWEETS);
		assertThat(this.tweets.findByTitleAndHashtag("hello", "x")).isNull();
		assertThat(this.tweets.findFirstByOrderByIdDesc()).get().extracting(Tweet::id).isEqualTo(BOBS_TWEET);
		assertTweets(this.tweets.findByTitleIn(List.of("hello", "third")), BOBS_TWEET);
		assertTweets(this.tweets.findByTitleStartingWith("f"), TWEET);
		assertTweets(this.tweets.findTop2ByOrderById(), TWEET, OTHER_TWEET);
		assertThat(ids(this.tweets.findByTitleContaining("ir", Sort.by("id").descending()))).containsExactly(BOBS_TWEET,
				TWEET);
		assertThat(this.tweets.findByTitleNotNull(Limit.of(2))).hasSize(2);
		assertTweets(this.tweets.byDefault("first"), TWEET);
	}

	@Test
	void derivedQueriesByKey() {
		assertTweets(this.tweets.findByAuthor(BelongsTo.toId(1L)), TWEET, OTHER_TWEET, RETWEET);
		assertTweets(this.tweets.findByAuthorId(2L), BOBS_TWEET);
		assertThat(this.posts.findByAuthorOrderById(BelongsTo.toId(2L))).extracting(Post::id)
			.containsExactly(BOBS_POST, BOBS_TWEET);
	}

	@Test
	void derivedPagesSlicesAndStreams() {
		Page<Tweet> page = this.tweets.findByTitleNotNullOrderById(PageRequest.of(0, 3));
		assertThat(ids(page)).containsExactly(TWEET, OTHER_TWEET, RETWEET);
		assertThat(page.getTotalElements()).isEqualTo(4);
		Slice<Tweet> slice = this.tweets.findByTitleNotOrderById("first", PageRequest.of(0, 2));
		assertThat(ids(slice)).containsExactly(OTHER_TWEET, RETWEET);
		assertThat(slice.hasNext()).isTrue();
		inTransaction(() -> {
			try (Stream<Tweet> all = this.tweets.findByIdNotNullOrderById()) {
				assertThat(ids(all.toList())).containsExactly(TWEETS);
			}
		});
	}

	@Test
	void derivedProjections() {
		assertThat(this.tweets.findTitlesByIdNotNullOrderById()).extracting(Title::title)
			.containsExactly("first", "second", "again", "third");
		assertThat(this.tweets.findHashtagsByIdNotNullOrderById()).extracting(Hashtag::getHashtag)
			.containsExactly("#one", "#two", "#one", "#one");
		assertThat(this.tweets.findByIdNotNullOrderByTitle(Title.class)).extracting(Title::title)
			.containsExactly("again", "first", "second", "third");
		assertThat(this.tweets.findByIdNotNullOrderByTitle(Tweet.class)).hasSize(4);
	}

	@Test
	void derivedLocks() {
		inTransaction(() -> {
			List<String> sent = sent(() -> assertTweets(this.tweets.findByTitleLike("%ir%"), TWEET, BOBS_TWEET));
			assertThat(sent.get(0)).contains("post.type in (?, ?)").endsWith("for update");
		});
	}

	@Test
	void derivedCountsAndChecks() {
		assertThat(this.tweets.countByTitle("first")).isOne();
		assertThat(this.tweets.existsByTitle("first")).isTrue();
		assertThat(this.tweets.existsByTitle("hello")).isFalse();
	}

	@Test
	void derivedDeletionsLeaveOtherRowsAlone() {
		assertThat(this.tweets.deleteByTitle("first")).isOne();
		this.tweets.removeByHashtag("#two");
		assertThat(this.tweets.deleteByTitleStartingWith("h")).isFalse();
		assertThat(this.tweets.deleteByTitleStartingWith("th")).isTrue();
		assertThat(this.tables.column("id", "post", "id")).containsExactly(POST, RETWEET, ARTICLE, BOBS_POST);
		assertThat(this.tables.column("label", "tag", "label")).containsExactly("a");
		assertThat(this.tables.column("name", "mention", "name")).containsExactly("dora");
	}

	@Test
	void derivedDeletionsOfTheSuperclassDeleteWhatSubclassesHaveInside() {
		assertThat(this.posts.deleteByTitle("first")).isEqualTo(2);
		assertThat(this.tables.column("id", "post", "id")).doesNotContain(TWEET, BOBS_POST).hasSize(5);
		assertThat(this.tables.rows("mention")).isOne();
	}

}
