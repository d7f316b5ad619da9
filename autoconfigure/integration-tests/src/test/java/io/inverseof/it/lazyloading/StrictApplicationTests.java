package io.inverseof.it.lazyloading;

import java.util.List;

import io.inverseof.StrictLoading.Mode;
import io.inverseof.StrictLoadingException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code inverseof.strict-loading=fail}.
 */
@TestPropertySource(properties = "inverseof.strict-loading=fail")
class StrictApplicationTests extends LazyLoadingTest {

	@Test
	void refusesEveryKindWithoutAStatement() {
		Author author = author(1);
		Post post = post(1);
		assertThat(this.statements).during(() -> {
			assertRefused(() -> post.author.get());
			assertRefused(() -> author.profile.get());
			assertRefused(() -> author.posts.size());
		}).none();
	}

	@Test
	void namesAssociationLineAndRemedy() {
		Post post = post(1);
		String line = line(1);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> post.author.get())
			.withMessage("Post.author of Post 1 is read by " + line + " and would have to load by itself, but "
					+ "inverseof.strict-loading is fail. Load it with its siblings before, by @Preload(\"author\") on "
					+ "the query method or AssociationOperations.preload(posts, \"author\"); or set "
					+ "inverseof.strict-loading to off.");
	}

	@Test
	void namesTheLineOfALoop() {
		Author author = author(1);
		String line = line(2);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> {
			for (Post post : author.posts) {
				post.author.get();
			}
		}).withMessageContaining("Author.posts of Author 1 is read by " + line + " and ");
	}

	@Test
	void namesTheLineOfAStream() {
		Author author = author(1);
		String line = line(2);
		assertThatExceptionOfType(StrictLoadingException.class)
			.isThrownBy(() -> author.posts.stream().map((post) -> post.title).toList())
			.withMessageContaining("Author.posts of Author 1 is read by " + line + " and ");
	}

	@Test
	void namesTheLineOfForEach() {
		Author author = author(1);
		String line = line(2);
		assertThatExceptionOfType(StrictLoadingException.class)
			.isThrownBy(() -> author.posts.forEach((post) -> post.author.get()))
			.withMessageContaining("Author.posts of Author 1 is read by " + line + " and ");
	}

	@Test
	void namesTheLineInALambdaThatAStreamCalls() {
		List<Post> posts = firstPosts(2);
		String line = line(2);
		assertThatExceptionOfType(StrictLoadingException.class)
			.isThrownBy(() -> posts.stream().map((post) -> post.author.get()).toList())
			.withMessageContaining("Post.author of Post 1 is read by " + line + " and ");
	}

	@Test
	void namesTheEntityThatReadsItsOwnAssociation() {
		List<Post> posts = firstPosts(2);
		assertThatExceptionOfType(StrictLoadingException.class)
			.isThrownBy(() -> posts.stream().map(Post::authorName).toList())
			.withMessageContaining("Post.author of Post 1 is read by " + Post.LINE + " and ");
	}

	@Test
	void namesTheViewThatASerialiserWrites() {
		PostView view = new PostView(post(1));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> JsonMapper.shared().writeValueAsString(view))
			.havingRootCause()
			.isInstanceOf(StrictLoadingException.class)
			.withMessageContaining("Post.author of Post 1 is read by " + PostView.LINE + " and ");
	}

	@Test
	void namesTheLineInARecord() {
		Comment comment = this.comments.findById(1L).orElseThrow();
		String line = line(1);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> comment.post().get())
			.withMessageContaining("Comment.post of Comment 1 is read by " + line + " and ");
	}

	@Test
	void leavesTheAssociationUnread() {
		Author author = author(1);
		Post post = post(1);
		assertRefused(() -> post.author.get());
		assertRefused(() -> author.posts.size());
		assertRefused(() -> author.profile.get());
		assertThat(post.author.isLoaded()).isFalse();
		assertThat(author.posts.isLoaded()).isFalse();
		assertThat(author.profile.isLoaded()).isFalse();
		this.unitOfWork.strict(Mode.OFF).run(() -> {
			assertThat(post.author.get().id).isEqualTo(1);
			assertThat(author.posts).hasSize(3);
			assertThat(author.profile.get().bio).isEqualTo("Bio 1");
		});
	}

	@Test
	void refusesAgain() {
		Post post = post(1);
		assertRefused(() -> post.author.get());
		assertRefused(() -> post.author.isPresent());
	}

	@Test
	void refusesInsideATransaction() {
		inTransaction(() -> {
			Post post = post(1);
			assertRefused(() -> post.author.orNull());
		});
	}

	@Test
	void refusesInNaiveWork() {
		this.unitOfWork.naive().run(() -> {
			Post post = post(1);
			assertRefused(() -> post.author.get());
		});
	}

	@Test
	void refusesAfterReload() {
		Author author = author(1);
		this.unitOfWork.strict(Mode.OFF).run(() -> assertThat(author.posts).hasSize(3));
		author.posts.reload();
		assertRefused(() -> author.posts.size());
	}

	@Test
	void refusesChangesThatHaveToLoad() {
		Author author = author(1);
		assertRefused(author.posts::clear);
	}

	@Test
	void handsOutWhatIsInMemory() {
		inTransaction(() -> {
			Author author = author(1);
			assertThat(post(1).author.get()).isSameAs(author);
		});
	}

	@Test
	void handsOutTheInverse() {
		Author author = author(1);
		this.unitOfWork.strict(Mode.OFF).run(() -> assertThat(author.posts).hasSize(3));
		assertThat(author.posts.get(0).author.get()).isSameAs(author);
	}

	@Test
	void handsOutWhatASiblingLoaded() {
		List<Post> posts = firstPosts(5);
		this.unitOfWork.strict(Mode.OFF).run(() -> posts.get(0).author.get());
		assertThat(posts).allSatisfy((post) -> assertThat(post.author.get().id).isEqualTo(post.id));
	}

	@Test
	void handsOutWhatWasPreloaded() {
		List<Post> posts = firstPosts(5);
		this.associations.preload(posts, "author.profile");
		assertThat(posts).allSatisfy((post) -> assertThat(post.author.get().profile.get().id).isEqualTo(post.id));
	}

	@Test
	void handsOutWhatWasBuiltOrAssigned() {
		Author author = author(1);
		Post built = author.posts.build((post) -> post.title = "New");
		assertThat(built.author.get()).isSameAs(author);
	}

	@Test
	void answersThatThereIsNoKey() {
		this.jdbc.update("update post set author_id = null where id = 1");
		assertThat(post(1).author.isPresent()).isFalse();
	}

	@Test
	void allowsPartialReads() {
		Author author = author(1);
		assertThat(author.posts.count()).isEqualTo(3);
		assertThat(author.posts.exists()).isTrue();
		assertThat(author.posts.find(21L).title).isEqualTo("Post 21");
		assertThat(author.posts.first()).hasValueSatisfying((post) -> assertThat(post.id).isEqualTo(1));
		assertThat(author.posts.last(2)).extracting((post) -> post.id).containsExactly(21L, 41L);
	}

	@Test
	void allowsToAdd() {
		Author author = author(1);
		assertThat(author.posts.add(new Post())).isTrue();
		assertThat(author.posts.isLoaded()).isFalse();
	}

	@Test
	void allowsToSaveAndReloadTheOwner() {
		Post post = post(1);
		post.title = "Changed";
		this.associations.reload(this.posts.save(post));
		assertThat(post.author.getId()).isEqualTo(1);
	}

	private static void assertRefused(ThrowingCallable read) {
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(read);
	}

}
