package io.inverseof.it.saving.corners;

import io.inverseof.IllegalTargetException;
import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Authors;
import io.inverseof.it.saving.corners.Corners.Badge;
import io.inverseof.it.saving.corners.Corners.Comment;
import io.inverseof.it.saving.corners.Corners.Comments;
import io.inverseof.it.saving.corners.Corners.Guest;
import io.inverseof.it.saving.corners.Corners.Guests;
import io.inverseof.it.saving.corners.Corners.Post;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code create(..)} inserts. What has an id would overwrite somebody else's row, or
 * nothing at all.
 */
class CreateWithAnIdIntegrationTests extends CornersTest {

	@Autowired
	Authors authors;

	@Autowired
	Comments comments;

	@Autowired
	Guests guests;

	@Test
	void refusesAChildWithAnId() {
		Author author = this.authors.save(new Author());
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> author.comments.create((comment) -> comment.id = 98765L))
			.withMessage("Author.comments cannot create a Comment with the id 98765, which counts as a row that "
					+ "exists. Leave the id out; if ids are assigned before the first save, let Comment implement "
					+ "Persistable or have a @Version. Nothing was written.");
	}

	@Test
	void leavesTheCollectionAsItWas() {
		Author author = this.authors.save(new Author());
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> author.comments.create((comment) -> comment.id = 98765L));
		assertThat(author.comments).isEmpty();
		assertThat(this.tables.rows("comment")).isZero();
	}

	@Test
	void leavesTheRowOfSomebodyElseAlone() {
		Author other = this.authors.save(new Author());
		Comment foreign = other.comments.create((comment) -> comment.body = "foreign");
		Author author = this.authors.save(new Author());
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> author.comments.create((comment) -> comment.id = foreign.id));
		assertThat(keys("writer_id", "comment")).containsExactly(other.id);
	}

	@Test
	void keepsTheTargetOfAHasOne() {
		Guest guest = this.guests.save(new Guest());
		Badge present = guest.badge.create((badge) -> badge.name = "present");
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> guest.badge.create((badge) -> badge.id = 98765L))
			.withMessageStartingWith("Guest.badge cannot create a Badge with the id 98765, ");
		assertThat(guest.badge.get()).isSameAs(present);
		assertThat(keys("guest_id", "badge")).containsExactly(guest.id);
	}

	@Test
	void keepsTheTargetOfABelongsTo() {
		Author other = this.authors.save(new Author());
		Comment comment = this.comments.save(new Comment());
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> comment.writer.create((author) -> author.id = other.id))
			.withMessageStartingWith("Comment.writer cannot create an Author with the id " + other.id + ", ");
		assertThat(comment.writer.orNull()).isNull();
	}

	@Test
	void insertsAChildWithAnIdIfItsVersionTellsThatItIsNew() {
		Author author = this.authors.save(new Author());
		Post post = author.posts.create((created) -> created.id = 98765L);
		assertThat(keys("id", "post")).containsExactly(98765L);
		assertThat(post.version).isZero();
	}

}
