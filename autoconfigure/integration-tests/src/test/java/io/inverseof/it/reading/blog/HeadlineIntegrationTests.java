package io.inverseof.it.reading.blog;

import java.util.List;
import java.util.stream.IntStream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.blog.Blog.Author;
import io.inverseof.it.reading.blog.Blog.Authors;
import io.inverseof.it.reading.blog.Blog.Post;
import io.inverseof.it.reading.blog.Blog.Posts;
import io.inverseof.it.reading.blog.Blog.Profile;
import io.inverseof.it.reading.blog.Blog.Profiles;
import io.inverseof.it.reading.blog.Blog.Remark;
import io.inverseof.it.reading.blog.Blog.Remarks;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library is for, counted in statements.
 */
class HeadlineIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Headline {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Headline {

	}

	@SpringBootTest(classes = Blog.class)
	@Sql(statements = Blog.SCHEMA)
	abstract static class Headline {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Profiles profiles;

		@Autowired
		Remarks remarks;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void postsKnowTheirAuthor() {
			Author ann = author(1);
			assertThat(ann.posts().get(0).author().get()).isSameAs(ann);
		}

		@Test
		void readsAHundredPostsAndTheirAuthorInTwoStatements() {
			giveAHundredPostsToCid();
			assertThat(this.statements).during(this::traverse).total(2);
		}

		@Test
		void readsAHundredPostsAndTheirAuthorInTwoStatementsWithinATransaction() {
			giveAHundredPostsToCid();
			assertThat(this.statements).during(() -> this.transaction.executeWithoutResult((status) -> traverse()))
				.total(2);
		}

		@Test
		void naiveModeSendsAHundredAndTwoStatements() {
			giveAHundredPostsToCid();
			assertThat(this.statements).during(() -> this.unitOfWork.naive().run(this::traverse)).total(102);
		}

		@Test
		void naiveModeRemembersWhatAHolderHasRead() {
			this.unitOfWork.naive().run(() -> {
				Post post = author(1).posts().get(0);
				Author first = post.author().get();
				assertThat(this.statements).during(() -> assertThat(post.author().get()).isSameAs(first)).none();
			});
		}

		private void giveAHundredPostsToCid() {
			IntStream.range(0, 100)
				.forEach((i) -> this.jdbc.update("insert into post(title, author_id) values (?, 3)", "c" + i));
		}

		private void traverse() {
			List<Post> posts = author(3).posts();
			assertThat(posts).hasSize(100).allSatisfy((post) -> assertThat(post.author().get().name).isEqualTo("Cid"));
		}

		@Test
		void holdersAreUnreadUntilTheyAreAsked() {
			List<String> sent = this.statements.countDuring(() -> {
				Author ann = author(1);
				assertThat(ann.posts().isLoaded()).isFalse();
				assertThat(ann.profile().isLoaded()).isFalse();
				assertThat(post(1).author().isLoaded()).isFalse();
				assertThat(post(1).author().getId()).isEqualTo(1L);
			}).statements();
			assertThat(sent).hasSize(3);
		}

		@Test
		void printingComparingAndHashingNeverLoads() {
			Author ann = author(1);
			Post post = post(1);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(ann.posts().toString()).isEqualTo("Author.posts[not loaded]");
				assertThat(ann.profile().toString()).isEqualTo("Author.profile[not loaded]");
				assertThat(post.author().toString()).isEqualTo("Post.author[1, not loaded]");
				assertThat(ann.posts().equals(List.of())).isFalse();
				assertThat(ann.posts().hashCode()).isEqualTo(System.identityHashCode(ann.posts()));
				assertThat(post.author()).isEqualTo(post(1).author()).hasSameHashCodeAs(post(1).author());
			}).statements();
			assertThat(sent).hasSize(2);
			assertThat(post.author().isLoaded()).isFalse();
		}

		@Test
		void profileKnowsItsAuthor() {
			Author ann = author(1);
			List<String> sent = this.statements.countDuring(() -> {
				Profile profile = ann.profile().get();
				assertThat(profile.bio).isEqualTo("of Ann");
				assertThat(profile.author().get()).isSameAs(ann);
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void authorOfAProfileKnowsTheProfile() {
			Profile profile = this.profiles.findById(2L).orElseThrow();
			List<String> sent = this.statements.countDuring(() -> {
				Author ann = profile.author().get();
				assertThat(ann.profile().get()).isSameAs(profile);
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void emptyHasOneIsRemembered() {
			Author cid = author(3);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(cid.profile().orNull()).isNull();
				assertThat(cid.profile().isPresent()).isFalse();
				assertThat(cid.profile().optional()).isEmpty();
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void severalRowsOfAHasOneYieldTheOneWithTheLowestKey() {
			this.jdbc.update("insert into profile(bio, author_id) values ('second', 1)");
			assertThat(author(1).profile().get().bio).isEqualTo("of Ann");
		}

		@Test
		void recordKnowsTheObjectThatLoadedIt() {
			Post post = post(1);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(post.remarks()).extracting(Remark::body).containsExactly("r1", "r2");
				assertThat(post.remarks()).allSatisfy((remark) -> assertThat(remark.post().get()).isSameAs(post));
			}).statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void recordLoadsItsTarget() {
			Remark remark = this.remarks.findById(3L).orElseThrow();
			assertThat(this.statements).during(() -> assertThat(remark.post().get().title).isEqualTo("b1")).total(1);
		}

		@Test
		void grandchildrenKnowTheWholeWayBack() {
			Author ann = author(1);
			Remark remark = ann.posts().get(0).remarks().get(0);
			assertThat(this.statements).during(() -> assertThat(remark.post().get().author().get()).isSameAs(ann))
				.none();
		}

		@Test
		void authorOfAPostIsNotTakenForAnAuthorWithThatPostOnly() {
			Author ann = post(1).author().get();
			assertThat(this.statements).during(() -> assertThat(ann.posts()).hasSize(3)).total(1);
		}

		@Test
		void resultsOfOneQueryShareTheirTargets() {
			List<Post> all = this.posts.findByAuthorId(1L);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(all.stream().map((post) -> post.author().get()).distinct()).hasSize(1))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void readsOfThePostListAreAnsweredFromMemoryOnceItIsLoaded() {
			Author ann = author(1);
			assertThat(ann.posts()).hasSize(3);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(ann.posts().count()).isEqualTo(3);
				assertThat(ann.posts().exists()).isTrue();
				assertThat(ann.posts().first()).contains(ann.posts().get(0));
				assertThat(ann.posts().last()).contains(ann.posts().get(2));
				assertThat(ann.posts().first(2)).isEqualTo(ann.posts().subList(0, 2));
				assertThat(ann.posts().last(2)).isEqualTo(ann.posts().subList(1, 3));
				assertThat(ann.posts().find(3L)).isSameAs(ann.posts().get(1));
				assertThat(ann.posts().findAll(List.of(4L, 1L))).extracting((post) -> post.id).containsExactly(4L, 1L);
			}).statements();
			assertThat(sent).isEmpty();
		}

		@Test
		void reloadForgetsAndTheNextReadQueries() {
			Author ann = author(1);
			assertThat(ann.posts()).hasSize(3);
			this.jdbc.update("insert into post(title, author_id) values ('a4', 1)");
			List<String> sent = this.statements.countDuring(() -> ann.posts().reload()).statements();
			assertThat(sent).isEmpty();
			assertThat(ann.posts().isLoaded()).isFalse();
			assertThat(this.statements).during(() -> assertThat(ann.posts()).hasSize(4)).total(1);
		}

		@Test
		void reloadOfABelongsToKeepsTheKeyAndQueriesAgain() {
			Post post = post(1);
			Author before = post.author().get();
			this.jdbc.update("update author set name = 'Anna' where id = 1");
			post.author().reload();
			assertThat(post.author().getId()).isEqualTo(1L);
			assertThat(post.author().get()).isNotSameAs(before).extracting((author) -> author.name).isEqualTo("Anna");
		}

		@Test
		void reloadOfAHasOneQueriesAgain() {
			Author ann = author(1);
			Profile before = ann.profile().get();
			ann.profile().reload();
			assertThat(this.statements).during(() -> assertThat(ann.profile().get()).isNotSameAs(before)).total(1);
		}

		private Author author(long id) {
			return this.authors.findById(id).orElseThrow();
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

	}

}
