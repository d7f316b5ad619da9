package io.inverseof.holder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

import io.inverseof.BelongsTo;
import io.inverseof.holder.Blog.Author;
import io.inverseof.holder.Blog.Comment;
import io.inverseof.holder.Blog.Post;
import io.inverseof.holder.Blog.Profile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Java serialisation of objects with associations.
 */
class SerializationTests {

	@Test
	void aReferenceKeepsItsKey() throws Exception {
		BelongsTo<Author, Long> copy = copyOf(BelongsTo.<Author, Long>toId(7L));
		assertThat(copy.getId()).isEqualTo(7L);
		assertThat(copy.isLoaded()).isFalse();
	}

	@Test
	void anEmptyReferenceStaysEmpty() throws Exception {
		Post copy = copyOf(Post.of(7L));
		assertThat(copy.author.orNull()).isNull();
		assertThat(copy.author.isLoaded()).isTrue();
	}

	@Test
	void aTargetInMemoryComesAlong() throws Exception {
		Post post = Post.of(7L);
		post.author.set(Author.of(1L));
		Post copy = copyOf(post);
		assertThat(copy.author.get().id).isEqualTo(1L);
	}

	@Test
	void aGraphKeepsItsIdentities() throws Exception {
		Author author = Author.of(1L);
		author.posts.build((post) -> post.title = "first");
		author.posts.build((post) -> post.title = "second");
		author.profile.set(new Profile());
		Author copy = copyOf(author);
		assertThat(copy.posts).extracting((post) -> post.title).containsExactly("first", "second");
		assertThat(copy.posts).allSatisfy((post) -> assertThat(post.author.get()).isSameAs(copy));
		assertThat(copy.profile.get().author.get()).isSameAs(copy);
	}

	@Test
	void aGraphIsTheSameFromItsOtherEnd() throws Exception {
		Author author = Author.of(1L);
		Post post = author.posts.build((built) -> {
		});
		Post copy = copyOf(post);
		assertThat(copy.author.get().posts).containsExactly(copy);
	}

	@Test
	void aListOfRecordsKeepsItsIdentities() throws Exception {
		Post post = Post.of(7L);
		post.comments.add(Comment.on(post));
		Post copy = copyOf(post);
		assertThat(copy.comments).singleElement().satisfies((comment) -> {
			assertThat(comment.body()).isEqualTo("good");
			assertThat(comment.post().get()).isSameAs(copy);
		});
	}

	@Test
	void aRecordInTheListOfItsTargetLeavesNoHole() throws Exception {
		Post post = Post.of(7L);
		Comment comment = Comment.on(post);
		post.comments.add(comment);
		post.comments.add(new Comment(null, "bad", BelongsTo.to(post)));
		Comment copy = copyOf(comment);
		assertThat(copy.post().get().comments).doesNotContainNull();
		assertThat(copy.post().get().comments.isLoaded()).isFalse();
	}

	@Test
	void aCopyIsWiredLikeTheOriginal() throws Exception {
		Author author = Author.of(1L);
		author.posts.add(new Post());
		Author copy = copyOf(author);
		Post added = new Post();
		copy.posts.add(added);
		assertThat(added.author.get()).isSameAs(copy);
		assertThat(author.posts).hasSize(1);
		copy.posts.clear();
		assertThat(added.author.orNull()).isNull();
	}

	@Test
	void anUnreadReferenceStaysUnread() throws Exception {
		assertThat(copyOf(BelongsToHolder.unread())).hasToString("BelongsTo[unknown]");
	}

	@SuppressWarnings("unchecked")
	private static <T> T copyOf(T object) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (T) in.readObject();
		}
	}

}
