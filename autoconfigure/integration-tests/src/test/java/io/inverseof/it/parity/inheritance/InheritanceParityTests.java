package io.inverseof.it.parity.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.MissingChildException;
import io.inverseof.it.parity.inheritance.Blogs.Author;
import io.inverseof.it.parity.inheritance.Blogs.Authors;
import io.inverseof.it.parity.inheritance.Blogs.Comment;
import io.inverseof.it.parity.inheritance.Blogs.Comments;
import io.inverseof.it.parity.inheritance.Blogs.Editors;
import io.inverseof.it.parity.inheritance.Blogs.Post;
import io.inverseof.it.parity.inheritance.Blogs.Posts;
import io.inverseof.it.parity.inheritance.Blogs.Retweet;
import io.inverseof.it.parity.inheritance.Blogs.Retweets;
import io.inverseof.it.parity.inheritance.Blogs.Tweet;
import io.inverseof.it.parity.inheritance.Blogs.Tweets;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Rails' {@code inheritance_test.rb}, and what is about several classes in one table in
 * its tests of inverses and associations. Ann has the post 1, the tweets 2 and 3 and the
 * retweet 4; the post 5 is of a type that nobody knows.
 */
@SpringBootTest(classes = Blogs.class, webEnvironment = WebEnvironment.NONE)
@OnH2
class InheritanceParityTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Editors editors;

	@Autowired
	private Posts posts;

	@Autowired
	private Tweets tweets;

	@Autowired
	private Retweets retweets;

	@Autowired
	private Comments comments;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private Tables tables;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.jdbc.update("insert into author (id, name, posts_count) values (1, 'Ann', 4), (2, 'Bob', 1)");
		this.jdbc.update("insert into editor (id, name) values (1, 'Eve')");
		this.jdbc.update("insert into post (id, type, title, hashtag, source, author_id, editor_id) values "
				+ "(1, null, 'on looms', null, null, 1, 1), (2, 'Tweet', 'hello', '#hi', null, 1, 1), "
				+ "(3, 'Tweet', 'bye', '#hi', null, 1, null), (4, 'Retweet', 'hello', '#hi', 'Bob', 1, 1), "
				+ "(5, 'Podcast', 'hello', null, null, 2, null)");
		this.jdbc
			.update("insert into comment (id, body, post_id) values (1, 'long', 1), (2, 'short', 2), (3, 'again', 4)");
		this.jdbc.execute("alter table post alter column id restart with 100");
	}

	private Author ann() {
		return this.authors.findById(1L).orElseThrow();
	}

	private List<Object> types() {
		return this.tables.column("coalesce(type, '-')", "post", "id");
	}

	@Test
	void everyLoadedChildOfASubclassRefersToItsOwner() {
		assertThat(this.statements).during(() -> {
			Author ann = ann();
			assertThat(ann.tweets).hasSize(3).allSatisfy((tweet) -> assertThat(tweet.author.get()).isSameAs(ann));
		}).selects(2).total(2);
	}

	@Test
	void everyLoadedChildOfSeveralClassesRefersToItsOwner() {
		Author ann = ann();
		assertThat(this.statements)
			.during(() -> assertThat(ann.posts).hasSize(4)
				.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(ann)))
			.selects(1);
		assertThat(ann.posts).extracting(Object::getClass)
			.containsExactly(Post.class, Tweet.class, Tweet.class, Retweet.class);
	}

	@Test
	void theBaseClassHandsOutSubclasses() {
		assertThat(this.posts.findById(2L)).containsInstanceOf(Tweet.class);
		assertThat(this.posts.findById(4L)).containsInstanceOf(Retweet.class);
		assertThat(this.posts.findById(1L).orElseThrow()).isExactlyInstanceOf(Post.class);
		assertThat(this.posts.findAll()).hasSize(5).filteredOn(Tweet.class::isInstance).hasSize(3);
		assertThat(((Tweet) this.posts.findById(2L).orElseThrow()).hashtag).isEqualTo("#hi");
	}

	@Test
	void rowsOfATypeThatNobodyKnowsAreOfTheBaseClass() {
		assertThat(this.posts.findById(5L).orElseThrow()).isExactlyInstanceOf(Post.class);
	}

	@Test
	void aSubclassFindsItsRowsAlone() {
		assertThat(this.tweets.findById(1L)).isEmpty();
		assertThat(this.tweets.existsById(1L)).isFalse();
		assertThat(this.tweets.existsById(2L)).isTrue();
		assertThat(this.tweets.findAllById(List.of(1L, 2L))).hasSize(1);
		assertThat(this.retweets.findAll()).extracting((retweet) -> retweet.source).containsExactly("Bob");
	}

	@Test
	void aSubclassCountsItsRowsAlone() {
		assertThat(this.posts.count()).isEqualTo(5);
		assertThat(this.tweets.count()).isEqualTo(3);
		assertThat(this.retweets.count()).isEqualTo(1);
	}

	@Test
	void aSubclassFindsItsOwnSubclasses() {
		assertThat(this.tweets.findById(4L)).containsInstanceOf(Retweet.class);
		assertThat(this.tweets.findAll()).extracting(Object::getClass)
			.containsExactlyInAnyOrder(Tweet.class, Tweet.class, Retweet.class);
	}

	@Test
	void derivedQueriesFindRowsOfTheirClassAlone() {
		assertThat(this.posts.findByTitle("hello")).hasSize(3);
		assertThat(this.tweets.findByTitle("hello")).hasSize(2);
		assertThat(this.tweets.findByTitle("on looms")).isEmpty();
		assertThat(this.tweets.countByTitle("hello")).isEqualTo(2);
		assertThat(this.tweets.existsByTitle("on looms")).isFalse();
	}

	@Test
	void savingWritesTheType() {
		Tweet saved = this.tweets.save(Tweet.tagged("#new"));
		this.retweets.save(new Retweet());
		this.posts.save(new Post());
		this.posts.save(Tweet.tagged("#also"));
		assertThat(types()).endsWith("Tweet", "Retweet", "-", "Tweet");
		assertThat(this.posts.findById(Objects.requireNonNull(saved.id))).containsInstanceOf(Tweet.class);
	}

	@Test
	void savingAgainKeepsTheType() {
		Post retweet = this.posts.findById(4L).orElseThrow();
		retweet.title = "changed";
		this.posts.save(retweet);
		Tweet tweet = this.tweets.findById(2L).orElseThrow();
		this.tweets.save(tweet);
		assertThat(types()).containsExactly("-", "Tweet", "Tweet", "Retweet", "Podcast");
		assertThat(this.retweets.findById(4L).orElseThrow().source).isEqualTo("Bob");
	}

	@Test
	void aSubclassDeletesAllItsRowsAndNoOthers() {
		this.jdbc.update("delete from comment");
		this.tweets.deleteAll();
		assertThat(types()).containsExactly("-", "Podcast");
	}

	@Test
	void aSubclassDeletesNoRowOfAnotherClass() {
		this.jdbc.update("delete from comment");
		this.tweets.deleteById(1L);
		this.tweets.deleteAllById(List.of(1L, 2L));
		this.retweets.deleteById(3L);
		assertThat(types()).containsExactly("-", "Tweet", "Retweet", "Podcast");
	}

	@Test
	void deletingTheOwnerDestroysItsChildrenOfTheSubclassAlone() {
		this.jdbc.update("delete from comment");
		this.jdbc.update("update post set editor_id = null where id = 1");
		this.editors.deleteById(1L);
		assertThat(types()).containsExactly("-", "Tweet", "Podcast");
	}

	@Test
	void whatIsBuiltIsOfTheSubclass() {
		Author ann = ann();
		Tweet built = ann.tweets.build((tweet) -> tweet.hashtag = "#new");
		assertThat(built.author.get()).isSameAs(ann);
		this.authors.save(ann);
		assertThat(types()).endsWith("Tweet");
		assertThat(ann().tweets).hasSize(4);
		assertThat(ann().posts).hasSize(5);
	}

	@Test
	void aSubclassIsAddedToACollectionOfTheBaseClass() {
		Author ann = ann();
		ann.posts.add(Tweet.tagged("#new"));
		this.authors.save(ann);
		assertThat(ann().tweets).hasSize(4);
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void theBaseClassIsNotAddedToACollectionOfASubclass() {
		List tweets = ann().tweets;
		assertThatThrownBy(() -> tweets.add(new Post())).hasMessageContaining("Author.tweets");
		assertThat(tweets).hasSize(3);
	}

	@Test
	void aCollectionOfASubclassFindsAndCountsItsRowsAlone() {
		Author ann = ann();
		assertThat(ann.tweets.count()).isEqualTo(3);
		assertThat(ann.tweets.find(4L)).isInstanceOf(Retweet.class);
		assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> ann.tweets.find(1L));
		assertThat(ann.tweets.first()).get().extracting((tweet) -> tweet.id).isEqualTo(2L);
	}

	@Test
	void aBelongsToHandsOutSubclasses() {
		List<Comment> all = this.comments.findAll();
		assertThat(this.statements)
			.during(() -> assertThat(all).extracting((comment) -> comment.post.get())
				.extracting(Object::getClass)
				.containsExactlyInAnyOrder(Post.class, Tweet.class, Retweet.class))
			.selects(1);
	}

	@Test
	void siblingsOfSeveralClassesAreReadTogether() {
		List<Post> all = this.posts.findAll();
		assertThat(this.statements).during(() -> all.forEach((post) -> post.comments.size())).selects(1);
	}

	@Test
	void siblingsOfSeveralClassesArePreloadedTogether() {
		List<Post> all = this.posts.findAll();
		assertThat(Sent.kinds(this.statements, () -> this.associations.preload(all, "author")))
			.containsExactly("select from author");
		assertThat(this.statements).during(() -> all.forEach((post) -> post.author.get())).none();
	}

	@Test
	void childrenOfEveryClassAreCounted() {
		Author ann = ann();
		ann.tweets.create((tweet) -> tweet.hashtag = "#new");
		assertThat(ann.postsCount).isEqualTo(5);
		this.tweets.deleteById(3L);
		assertThat(ann().postsCount).isEqualTo(4);
	}

	@Test
	void aChildMovesFromOneOwnerToAnother() {
		Author ann = ann();
		Tweet tweet = ann.tweets.get(0);
		this.authors.findById(2L).orElseThrow().tweets.add(tweet);
		assertThat(ann.tweets).hasSize(2);
		this.tweets.save(tweet);
		assertThat(this.authors.findById(2L).orElseThrow().tweets).hasSize(1);
		assertThat(types()).containsExactly("-", "Tweet", "Tweet", "Retweet", "Podcast");
	}

}
