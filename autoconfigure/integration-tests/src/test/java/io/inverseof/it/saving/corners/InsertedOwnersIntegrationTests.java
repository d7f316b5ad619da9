package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Authors;
import io.inverseof.it.saving.corners.Corners.Post;
import io.inverseof.it.saving.corners.Corners.Posts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows may refer to an owner that was just inserted which are not in its list.
 */
class InsertedOwnersIntegrationTests extends CornersTest {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Test
	void findARequestedObjectThatRefersToThem() {
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		Post other = Post.titled("other");
		other.author.set(author);
		this.posts.save(other);
		assertThat(author.posts).extracting((post) -> post.title).containsExactlyInAnyOrder("built", "other");
	}

	@Test
	void findAnObjectDeeperInTheGraph() {
		Author author = new Author();
		author.comments.build((comment) -> comment.body = "near");
		Post post = author.posts.build((built) -> built.title = "built");
		post.comments.build((comment) -> comment.body = "far").writer.set(author);
		this.authors.save(author);
		assertThat(author.comments).extracting((comment) -> comment.body).containsExactlyInAnyOrder("near", "far");
	}

	@Test
	void findARowThatACallbackInserted() {
		this.hooks.afterTheFirst(Author.class, (author) -> this.jdbc
			.update("insert into post(title, author_id, version) values ('welcome', ?, 0)", author.id));
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		this.authors.save(author);
		assertThat(author.posts).extracting((post) -> post.title).containsExactlyInAnyOrder("built", "welcome");
	}

	@Test
	void keepTheObjectsThatWereAdded() {
		Author author = new Author();
		Post post = author.posts.build((built) -> built.title = "built");
		this.authors.save(author);
		assertThat(author.posts).singleElement().isSameAs(post);
	}

}
