package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Authors;
import io.inverseof.it.saving.corners.Corners.Badge;
import io.inverseof.it.saving.corners.Corners.Badges;
import io.inverseof.it.saving.corners.Corners.Guest;
import io.inverseof.it.saving.corners.Corners.Guests;
import io.inverseof.it.saving.corners.Corners.Post;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Callbacks may change associations of what is being saved, which is saved as well.
 */
class ChangesInCallbacksIntegrationTests extends CornersTest {

	@Autowired
	Authors authors;

	@Autowired
	Guests guests;

	@Autowired
	Badges badges;

	@Autowired
	JdbcAggregateTemplate template;

	@Test
	void insertsASiblingThatIsAddedWhileAChildIsWritten() {
		this.hooks.beforeTheFirst(Post.class,
				(post) -> post.author.get().posts.build((sibling) -> sibling.title = "discount"));
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		this.authors.save(author);
		assertThat(keys("author_id", "post")).containsExactly(author.id, author.id);
		assertThat(author.posts).hasSize(2);
	}

	@Test
	void clearsTheKeyOfASiblingThatIsRemovedWhileAChildIsWritten() {
		Author before = new Author();
		before.posts.build((post) -> post.title = "old");
		this.authors.save(before);
		Author author = again(this.authors, before.id);
		Post old = author.posts.get(0);
		this.hooks.beforeTheFirst(Post.class, (post) -> author.posts.remove(old));
		author.posts.build((post) -> post.title = "new");
		this.authors.save(author);
		assertThat(keys("author_id", "post")).containsExactly(null, author.id);
	}

	@Test
	void insertsTheTargetOfAHasOneThatIsSetWhileAnotherIsWritten() {
		Guest guest = this.guests.save(new Guest());
		guest.badge.build((badge) -> badge.name = "first");
		this.hooks.beforeTheFirst(Badge.class, (badge) -> guest.badge.build((other) -> other.name = "second"));
		this.guests.save(guest);
		this.guests.save(guest);
		assertThat(this.tables.column("name", "badge where guest_id = " + guest.id, "id")).containsExactly("second");
	}

	@Test
	void keepsIdsIfSomethingFailsAfterTheCommit() {
		this.hooks.afterTheFirst(Author.class, (author) -> failAfterCommit());
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.template.save(author));
		assertThat(keys("id", "author")).containsExactly(author.id);
		assertThat(keys("id", "post")).containsExactly(author.posts.get(0).id);
	}

	@Test
	void insertsNothingTwiceAfterSomethingFailedAfterTheCommit() {
		this.hooks.afterTheFirst(Author.class, (author) -> failAfterCommit());
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.template.save(author));
		this.template.save(author);
		assertThat(this.tables.rows()).isEqualTo(2);
	}

	private void failAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				throw new IllegalStateException("The mail was not sent.");
			}

		});
	}

}
