package io.inverseof.it.inheritance;

import java.util.List;

import io.inverseof.UnexpectedTypeException;
import io.inverseof.it.inheritance.Feed.Article;
import io.inverseof.it.inheritance.Feed.Author;
import io.inverseof.it.inheritance.Feed.Retweet;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An object with an id that somebody gave it is written only into a row of its class.
 */
@OnH2
class ClaimedRowsIntegrationTests extends FeedTest {

	private static final long MISSING = 99;

	private static Tweet claiming(long id) {
		Tweet tweet = Tweet.of("claimed", "#c");
		tweet.id = id;
		return tweet;
	}

	private Object title(long id) {
		return this.tables.column("title", "post", "id").get((int) id - 1);
	}

	@Test
	void aRowOfAnotherClassIsNotUpdated() {
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.tweets.save(claiming(ARTICLE)))
			.withMessage(
					"The row of Post with id 5 is of the class Article and cannot be written as Tweet, because its column type "
							+ "is 'long read' and not 'Retweet' or 'Tweet'. Leave the id out to insert a row, or load the "
							+ "object that is to be changed.");
		assertThat(title(ARTICLE)).isEqualTo("essay");
		assertThat(this.articles.findById(ARTICLE).orElseThrow().author.getId()).isOne();
	}

	@Test
	void noRoadUpdatesARowOfAnotherClass() {
		Tweet tweet = claiming(ARTICLE);
		List<Runnable> roads = List.of(() -> this.posts.save(tweet), () -> this.tweets.saveAll(List.of(tweet)),
				() -> this.template.update(tweet), () -> this.template.updateAll(List.of(tweet)),
				() -> this.template.upsert(tweet), () -> this.tweets.save(claiming(POST)));
		assertThat(roads)
			.allSatisfy((road) -> assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(road::run));
		assertThat(title(ARTICLE)).isEqualTo("essay");
		assertThat(title(POST)).isEqualTo("hello");
	}

	@Test
	void aSecondAttemptIsRefusedAsWell() {
		Tweet tweet = claiming(ARTICLE);
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.tweets.save(tweet));
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.tweets.save(tweet));
		assertThat(title(ARTICLE)).isEqualTo("essay");
	}

	@Test
	void aRowOfItsClassIsUpdatedAfterALook() {
		Tweet tweet = claiming(OTHER_TWEET);
		assertThat(sent(() -> this.template.update(tweet)).get(0)).startsWith("select")
			.contains("type")
			.endsWith("for update");
		assertThat(title(OTHER_TWEET)).isEqualTo("claimed");
	}

	@Test
	void aRowOfASubclassIsUpdated() {
		this.tweets.save(claiming(RETWEET));
		assertThat(title(RETWEET)).isEqualTo("claimed");
		assertThat(this.posts.findById(RETWEET)).get().isExactlyInstanceOf(Retweet.class);
	}

	@Test
	void whatWasReadOrSavedNeedsNoLook() {
		Article read = this.articles.findById(ARTICLE).orElseThrow();
		assertThat(kinds(() -> this.articles.save(read))).noneMatch((kind) -> kind.startsWith("select"));
		Article saved = this.articles.save(new Article());
		assertThat(kinds(() -> this.articles.save(saved))).noneMatch((kind) -> kind.startsWith("select"));
		Article claimed = new Article();
		claimed.id = ARTICLE;
		this.articles.save(claimed);
		assertThat(kinds(() -> this.articles.save(claimed))).noneMatch((kind) -> kind.startsWith("select"));
	}

	@Test
	void theSuperclassNeedsNoLook() {
		Feed.Post claimed = Feed.Post.of("p");
		claimed.id = POST;
		assertThat(kinds(() -> this.posts.save(claimed))).noneMatch((kind) -> kind.startsWith("select"));
	}

	@Test
	void aMissingRowIsWhatItAlwaysIs() {
		this.template.update(claiming(MISSING));
		assertThat(this.tables.rows("post")).isEqualTo(7);
		this.template.upsert(claiming(MISSING));
		assertThat(this.tweets.findById(MISSING)).isPresent();
	}

	@Test
	void childrenAreNotWrittenIntoRowsOfAnotherClass() {
		Author ann = author(1);
		ann.posts.add(claiming(ARTICLE));
		this.authors.save(ann);
		assertThat(title(ARTICLE)).isEqualTo("essay");
		assertThat(types()).element((int) ARTICLE - 1).isEqualTo("long read");
	}

}
