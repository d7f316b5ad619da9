package io.inverseof.it.polymorphic.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.polymorphic.inheritance.Reactions.Page;
import io.inverseof.it.polymorphic.inheritance.Reactions.Pages;
import io.inverseof.it.polymorphic.inheritance.Reactions.Pin;
import io.inverseof.it.polymorphic.inheritance.Reactions.Pins;
import io.inverseof.it.polymorphic.inheritance.Reactions.Post;
import io.inverseof.it.polymorphic.inheritance.Reactions.Posts;
import io.inverseof.it.polymorphic.inheritance.Reactions.Reaction;
import io.inverseof.it.polymorphic.inheritance.Reactions.ReactionRepository;
import io.inverseof.it.polymorphic.inheritance.Reactions.Tweet;
import io.inverseof.it.polymorphic.inheritance.Reactions.Tweets;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tweet is a post: the type column says so, and the row says that it is a tweet.
 */
@OnH2
@SpringBootTest(classes = Reactions.class)
class ReactionsIntegrationTests {

	@Autowired
	Posts posts;

	@Autowired
	Tweets tweets;

	@Autowired
	Pages pages;

	@Autowired
	ReactionRepository reactions;

	@Autowired
	Pins pins;

	@Autowired
	StatementCounter statements;

	@Autowired
	Tables tables;

	private Tweet tweet = new Tweet();

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.tweet = this.tweets.save(new Tweet());
		this.tweet.reactions().create((reaction) -> reaction.text = "to a tweet");
		Page page = this.pages.save(new Page());
		page.reactions().create((reaction) -> reaction.text = "to a page");
	}

	@Test
	void theTypeColumnNamesTheClassOfTheTable() {
		assertThat(this.tables.column("subject_type", "reaction", "id")).containsExactly("Post", "Page");
	}

	@Test
	void aReferenceFindsTheSubclass() {
		List<Reaction> all = this.reactions.findAll();
		assertThat(this.statements).during(() -> {
			assertThat(all.get(0).subject().get()).isInstanceOf(Tweet.class);
			assertThat(all.get(1).subject().get()).isInstanceOf(Page.class);
		}).selects(2);
	}

	@Test
	void bothSidesAreWiredThroughTheSubclassAndTheBaseClass() {
		Tweet tweet = this.tweets.findById(Objects.requireNonNull(this.tweet.id)).orElseThrow();
		assertThat(this.statements).during(() -> {
			assertThat(tweet.reactions()).hasSize(1);
			assertThat(tweet.reactions().get(0).subject().get()).isSameAs(tweet);
		}).selects(1);
		Post post = this.posts.findById(Objects.requireNonNull(this.tweet.id)).orElseThrow();
		assertThat(post.reactions().get(0).subject().get()).isSameAs(post);
	}

	@Test
	void fillsTheHasOneThatASubclassInherits() {
		Pin pin = new Pin();
		pin.pinned().set(this.tweet);
		Pin saved = this.pins.save(pin);
		Pin read = this.pins.findById(Objects.requireNonNull(saved.id)).orElseThrow();
		assertThat(this.statements).during(() -> {
			Tweet pinned = (Tweet) read.pinned().get();
			assertThat(pinned.pin().get()).isSameAs(read);
		}).selects(1);
	}

}
