package io.inverseof.it.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.inheritance.Feed.Author;
import io.inverseof.it.inheritance.Feed.Post;
import io.inverseof.it.inheritance.Feed.Tweet;
import io.inverseof.it.reading.OnH2;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Preloading and reloading objects of several classes, and how associations are named.
 */
@OnH2
class OperationsIntegrationTests extends FeedTest {

	@Autowired
	AssociationOperations associations;

	@Autowired
	AssociationModel model;

	@Test
	void objectsOfSeveralClassesPreloadTogether() {
		List<Post> all = this.posts.findAll();
		List<String> sent = kinds(() -> this.associations.preload(all, "author"));
		assertThat(sent).containsExactly("select from author");
		assertThat(kinds(() -> all.forEach((post) -> post.author.get()))).isEmpty();
	}

	@Test
	void siblingsOfSeveralClassesAskForOneKeyEach() {
		List<Post> all = this.posts.findByTitleNotNullOrderById();
		this.jdbc.update("update post set author_id = 2 where id in (3, 5)");
		List<Post> later = this.posts.findByTitleNotNullOrderById();
		assertThat(kinds(() -> later.subList(0, 3).forEach((post) -> post.author.get())))
			.containsExactly("select from author");
		assertThat(all).hasSameSizeAs(later);
	}

	@Test
	void reloadingReadsTheRowOfTheClass() {
		Tweet tweet = this.tweets.findById(TWEET).orElseThrow();
		this.jdbc.update("update post set title = 'changed', hashtag = '#new' where id = 2");
		assertThat(this.associations.reload(tweet)).isSameAs(tweet);
		assertThat(tweet.title).isEqualTo("changed");
		assertThat(tweet.hashtag).isEqualTo("#new");
	}

	@Test
	void everyClassNamesItsAssociations() {
		assertThat(this.model.all()).extracting(Object::toString)
			.contains("Post.author", "Tweet.author", "Retweet.author", "Article.author", "Retweet.original",
					"Author.posts", "Author.tweets");
		assertThat(inverseOf("tweets")).isEqualTo("Tweet.author");
		assertThat(inverseOf("posts")).isEqualTo("Post.author");
	}

	private String inverseOf(String name) {
		AssociationProperty property = Objects.requireNonNull(this.model.associationsOf(Author.class).get(name));
		return String.valueOf(property.inverse().association());
	}

}
