package io.inverseof.it.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.DanglingReferenceException;
import io.inverseof.MissingChildException;
import io.inverseof.UnexpectedTypeException;
import io.inverseof.it.inheritance.Feed.Article;
import io.inverseof.it.inheritance.Feed.Author;
import io.inverseof.it.inheritance.Feed.Mention;
import io.inverseof.it.inheritance.Feed.Place;
import io.inverseof.it.inheritance.Feed.Post;
import io.inverseof.it.inheritance.Feed.Retweet;
import io.inverseof.it.inheritance.Feed.Tag;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows become objects of their class, whoever reads them.
 */
@OnH2
class ReadingIntegrationTests extends FeedTest {

	private static void assertClasses(Iterable<? extends Post> posts) {
		assertThat(posts).<Class<?>>extracting(Object::getClass)
			.containsExactly(Post.class, Tweet.class, Tweet.class, Retweet.class, Article.class, Post.class,
					Tweet.class);
	}

	@Test
	void repositoriesOfTheSuperclassHandOutSubclasses() {
		assertClasses(this.posts.findByTitleNotNullOrderById());
		assertClasses(this.posts.query());
		assertClasses(this.posts.findAll(Sort.by("id")));
		assertThat(this.posts.findById(RETWEET)).get().isExactlyInstanceOf(Retweet.class);
		assertThat(this.posts.findById(ARTICLE)).get().isExactlyInstanceOf(Article.class);
	}

	@Test
	void oneQueryReadsTheColumnsOfAllSubclasses() {
		List<String> sent = sent(() -> {
			Article article = (Article) this.posts.findById(ARTICLE).orElseThrow();
			assertThat(article.summary).isEqualTo("short");
		});
		assertThat(sent.get(0)).contains("post.type as type", "post.hashtag as hashtag", "post.city as city",
				"post.original_id as original_id", "post.summary as summary");
		assertThat(sent.stream().filter((sql) -> sql.contains("from post"))).hasSize(1);
	}

	@Test
	void subclassesHaveTheirColumnsEmbeddedObjectsAndCollections() {
		Tweet tweet = (Tweet) this.posts.findById(TWEET).orElseThrow();
		assertThat(tweet.hashtag).isEqualTo("#one");
		assertThat(tweet.place).isEqualTo(new Place("Graz"));
		assertThat(tweet.tags).containsExactly(new Tag("b"));
		assertThat(tweet.mentions).containsExactly(new Mention("carl"));
		assertThat(this.retweets.findById(RETWEET).orElseThrow().mentions).containsExactly(new Mention("dora"));
	}

	@Test
	void theInheritedReferenceIsTheInverse() {
		Author ann = author(1);
		List<String> sent = kinds(
				() -> assertThat(ann.tweets).hasSize(3).allMatch((tweet) -> tweet.author.get() == ann));
		assertThat(sent.stream().filter((kind) -> !kind.endsWith("tag") && !kind.endsWith("mention")))
			.containsExactly("select from post");
	}

	@Test
	void associationsOfTheSubclassFindNothingElse() {
		Author ann = author(1);
		assertThat(ids(ann.tweets)).containsExactly(TWEET, OTHER_TWEET, RETWEET);
		assertThat(author(1).tweets.count()).isEqualTo(3);
		assertThat(author(1).tweets.exists()).isTrue();
		assertThat(author(1).tweets.first().map(Tweet::id)).contains(TWEET);
		assertThat(ids(author(1).tweets.last(1))).containsExactly(RETWEET);
		assertThat(author(1).tweets.find(TWEET).id()).isEqualTo(TWEET);
		assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> author(1).tweets.find(POST));
	}

	@Test
	void associationsOfTheSuperclassHandOutSubclassesWithTheirInverse() {
		Author ann = author(1);
		assertThat(ann.posts).<Class<?>>extracting(Object::getClass)
			.containsExactly(Post.class, Tweet.class, Tweet.class, Retweet.class, Article.class);
		assertThat(ann.posts).allMatch((post) -> post.author.get() == ann);
	}

	@Test
	void siblingsLoadTogether() {
		List<Author> all = this.authors.findAll();
		List<String> sent = kinds(() -> all.forEach((author) -> assertThat(author.tweets).isNotEmpty()));
		assertThat(sent.stream().filter("select from post"::equals)).hasSize(1);
		assertThat(ids(all.get(1).tweets)).containsExactly(BOBS_TWEET);
	}

	@Test
	void objectsOfSeveralClassesLoadAReferenceTogether() {
		List<Post> all = this.posts.findByTitleNotNullOrderById();
		List<String> sent = kinds(() -> all.forEach((post) -> post.author.get()));
		assertThat(sent).containsExactly("select from author");
	}

	@Test
	void ownReferencesOfASubclassAreWired() {
		Retweet retweet = (Retweet) this.posts.findById(RETWEET).orElseThrow();
		assertThat(retweet.original.get().id()).isEqualTo(TWEET);
		assertThat(retweet.original).hasToString("Retweet.original[2]");
	}

	@Test
	void aReferenceToARowOfAnotherClassDangles() {
		this.jdbc.update("update post set original_id = 1 where id = 4");
		Retweet retweet = this.retweets.findById(RETWEET).orElseThrow();
		assertThat(retweet.original.orNull()).isNull();
		assertThatExceptionOfType(DanglingReferenceException.class).isThrownBy(retweet.original::get)
			.withMessageContaining("Retweet.original");
	}

	@Test
	void rowsOfAnotherClassAreAnError() {
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.tweets.queryByTitle("first"))
			.withMessage(
					"The row of Post with id 6 is of the class Post and cannot be read as Tweet, because its column type is "
							+ "'unknown' and not 'Retweet' or 'Tweet'. Select rows of that type only.");
	}

	@Test
	void rowsThatDoNotTellTheirClassAreOfTheRequestedOne() {
		assertThat(this.tweets.withoutType(TWEET)).isExactlyInstanceOf(Tweet.class);
		assertThat(this.posts.withoutType(TWEET)).isExactlyInstanceOf(Post.class);
	}

	@Test
	void theUnitOfWorkHasOneObjectForARow() {
		inTransaction(() -> {
			Retweet retweet = this.retweets.findById(RETWEET).orElseThrow();
			Tweet tweet = (Tweet) this.posts.findById(TWEET).orElseThrow();
			assertThat(sent(() -> assertThat(retweet.original.get()).isSameAs(tweet))).isEmpty();
		});
	}

	@Test
	void aPartialObjectOfTheSuperclassIsNotHandedOut() {
		inTransaction(() -> {
			Retweet retweet = this.retweets.findById(RETWEET).orElseThrow();
			Post half = this.posts.withoutType(TWEET);
			assertThat(Objects.requireNonNull(retweet.original.get())).isNotSameAs(half)
				.isExactlyInstanceOf(Tweet.class);
		});
	}

}
