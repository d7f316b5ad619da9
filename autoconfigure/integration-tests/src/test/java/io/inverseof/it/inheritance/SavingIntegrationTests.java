package io.inverseof.it.inheritance;

import java.util.List;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.it.inheritance.Feed.Article;
import io.inverseof.it.inheritance.Feed.Author;
import io.inverseof.it.inheritance.Feed.Mention;
import io.inverseof.it.inheritance.Feed.Place;
import io.inverseof.it.inheritance.Feed.Post;
import io.inverseof.it.inheritance.Feed.Retweet;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writing tells the class of a row.
 */
@OnH2
class SavingIntegrationTests extends FeedTest {

	@Override
	@BeforeEach
	void fill() {
		this.tables.empty();
	}

	@Test
	void oneObject() {
		Tweet tweet = Tweet.of("hi", "#x");
		tweet.place = new Place("Graz");
		tweet.mentions = Set.of(new Mention("eve"));
		Tweet saved = this.tweets.save(tweet);
		assertThat(types()).containsExactly("Tweet");
		assertThat(this.posts.findById(saved.id())).get()
			.usingRecursiveComparison()
			.ignoringFields("author")
			.isEqualTo(saved);
	}

	@Test
	void objectsOfSeveralClasses() {
		Retweet retweet = Post.titled(new Retweet(), "c");
		List<Post> saved = this.posts.saveAll(List.of(Post.of("a"), Tweet.of("b", "#b"), retweet, Tweet.of("d", "#d"),
				Tweet.of("e", "#e"), Post.titled(new Article(), "f"), Post.of("g")));
		assertThat(types()).containsExactly(null, "Tweet", "Retweet", "Tweet", "Tweet", "long read", null);
		assertThat(saved).extracting((post) -> post.title).containsExactly("a", "b", "c", "d", "e", "f", "g");
		assertThat(this.tables.column("title", "post", "id")).containsExactly("a", "b", "c", "d", "e", "f", "g");
		assertThat(this.tables.column("hashtag", "post", "id")).containsExactly(null, "#b", null, "#d", "#e", null,
				null);
	}

	@Test
	void updatesKeepTheClass() {
		Tweet tweet = this.tweets.save(Tweet.of("hi", "#x"));
		Post again = this.posts.findById(tweet.id()).orElseThrow();
		again.title = "ho";
		List<String> sent = sent(() -> this.posts.save(again));
		assertThat(sent.get(0)).startsWith("update post set").doesNotContain("type");
		assertThat(types()).containsExactly("Tweet");
		assertThat(this.tables.column("title", "post", "id")).containsExactly("ho");
		this.posts.saveAll(List.of(this.posts.save(Post.of("p")), again));
		assertThat(types()).containsExactly("Tweet", null);
	}

	@Test
	void insertsAndUpsertsOfTheTemplate() {
		Tweet tweet = this.template.insert(Tweet.of("hi", "#x"));
		Tweet upserted = Tweet.of("up", "#y");
		upserted.id = tweet.id() + 1000;
		this.template.upsert(upserted);
		upserted.title = "again";
		this.template.upsert(upserted);
		assertThat(types()).containsExactly("Tweet", "Tweet");
		assertThat(this.tables.column("title", "post", "id")).containsExactly("hi", "again");
	}

	@Test
	void childrenOfAnAuthor() {
		Author ann = Author.named("ann");
		ann.posts.add(Post.of("a"));
		ann.posts.add(Tweet.of("b", "#b"));
		ann.tweets.build((tweet) -> tweet.title = "c");
		ann.tweets.add(Post.titled(new Retweet(), "d"));
		this.authors.save(ann);
		assertThat(this.tables.column("title || coalesce(type, '')", "post", "title")).containsExactly("a", "bTweet",
				"cTweet", "dRetweet");
		assertThat(this.tables.column("author_id", "post", "id")).containsOnly(ann.id);
		Author again = author(ann.id);
		assertThat(again.tweets).hasSize(3);
		assertThat(again.posts).hasSize(4);
	}

	@Test
	void theAuthorOfASubclass() {
		Tweet tweet = Tweet.of("hi", "#x");
		tweet.author.set(Author.named("ann"));
		this.tweets.save(tweet);
		assertThat(this.tables.rows("author")).isOne();
		assertThat(this.tweets.findById(tweet.id()).orElseThrow().author.get().name).isEqualTo("ann");
	}

	@Test
	void movesAndRemovals() {
		Author ann = this.authors.save(Author.named("ann"));
		Author bob = this.authors.save(Author.named("bob"));
		ann.tweets.add(Tweet.of("a", "#a"));
		ann.tweets.add(Tweet.of("b", "#b"));
		ann.posts.add(Post.of("p"));
		this.authors.save(ann);
		Author ann2 = author(ann.id);
		Author bob2 = author(bob.id);
		Tweet moved = ann2.tweets.get(0);
		bob2.tweets.add(moved);
		ann2.tweets.remove(ann2.tweets.get(0));
		this.authors.saveAll(List.of(bob2, ann2));
		assertThat(this.tables.column("author_id", "post", "title")).containsExactly(bob.id, null, ann.id);
		assertThat(this.tables.column("type", "post", "title")).containsExactly("Tweet", "Tweet", null);
	}

	@Test
	void savedObjectsAreInTheUnitOfWork() {
		Tweet original = this.tweets.save(Tweet.of("o", "#o"));
		Retweet retweet = Post.titled(new Retweet(), "r");
		retweet.original.setId(original.id);
		this.retweets.save(retweet);
		inTransaction(() -> {
			Retweet read = this.retweets.findById(retweet.id()).orElseThrow();
			Tweet tweet = (Tweet) this.posts.save(this.posts.findById(original.id()).orElseThrow());
			assertThat(sent(() -> assertThat(read.original.get()).isSameAs(tweet))).isEmpty();
			this.posts.deleteById(original.id());
			Retweet again = this.retweets.findById(retweet.id()).orElseThrow();
			assertThat(again.original.orNull()).isNull();
		});
	}

	@Test
	void aRowWrittenAsTheSuperclassIsReadAgainByTheSubclass() {
		Author ann = this.authors.save(Author.named("ann"));
		Tweet tweet = Tweet.of("t", "#t");
		tweet.author.setId(ann.id);
		this.tweets.save(tweet);
		List<Author> all = this.authors.findAll();
		this.authors.save(Author.named("bob"));
		assertThat(all.get(0).tweets).hasSize(1);
		this.posts.deleteAll();
		assertThat(author(ann.id).tweets).isEmpty();
		assertThat(BelongsTo.<Tweet, Long>toId(tweet.id()).getId()).isEqualTo(tweet.id());
	}

}
