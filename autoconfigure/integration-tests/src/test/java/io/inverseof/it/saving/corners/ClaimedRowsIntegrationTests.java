package io.inverseof.it.saving.corners;

import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.ForeignChildException;
import io.inverseof.IllegalTargetException;
import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Authors;
import io.inverseof.it.saving.corners.Corners.Bike;
import io.inverseof.it.saving.corners.Corners.Garage;
import io.inverseof.it.saving.corners.Corners.Garages;
import io.inverseof.it.saving.corners.Corners.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An object with the id of a row that no repository loaded is not trusted, whatever
 * happened to it since.
 */
class ClaimedRowsIntegrationTests extends CornersTest {

	@Autowired
	Authors authors;

	@Autowired
	Garages garages;

	@Autowired
	AssociationOperations associations;

	private Author mine = new Author();

	private Author foreign = new Author();

	@BeforeEach
	void save() {
		this.mine = new Author();
		this.mine.posts.add(Post.titled("mine"));
		this.foreign = new Author();
		this.foreign.posts.add(Post.titled("foreign"));
		this.authors.save(this.mine);
		this.authors.save(this.foreign);
	}

	/**
	 * Makes what nested input makes.
	 */
	private static Post claimed(@Nullable Long id) {
		Post post = new Post();
		post.id = id;
		post.version = 0;
		return post;
	}

	@Test
	void isNotTrustedAfterItWasPreloaded() {
		Author loaded = again(this.authors, this.mine.id);
		loaded.posts.add(claimed(this.foreign.posts.get(0).id));
		this.associations.preload(List.of(loaded), "posts.comments");
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.authors.save(loaded));
		assertThat(keys("author_id", "post")).containsExactly(this.mine.id, this.foreign.id);
	}

	@Test
	void isNotTrustedAfterASaveThatFailed() {
		Author input = claiming();
		Post bad = Post.titled("a title that is much too long");
		input.posts.add(bad);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.authors.save(input));
		isRefusedNow(input, () -> bad.title = "short");
	}

	@Test
	void isNotTrustedAfterARollback() {
		Author input = claiming();
		rolledBack(() -> this.authors.save(input));
		isRefusedNow(input, () -> {
		});
	}

	private Author claiming() {
		Author input = new Author();
		input.id = this.mine.id;
		input.posts.add(claimed(this.mine.posts.get(0).id));
		return input;
	}

	private void isRefusedNow(Author input, Runnable correction) {
		this.jdbc.update("update post set author_id = ? where title = 'mine'", this.foreign.id);
		correction.run();
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.authors.save(input));
		assertThat(keys("author_id", "post")).containsExactly(this.foreign.id, this.foreign.id);
	}

	@Test
	void isTrustedWhenTheApplicationAttachesIt() {
		Garage garage = new Garage();
		garage.bikes.add(new Bike());
		this.garages.save(garage);
		Garage other = this.garages.save(new Garage());
		Bike bike = new Bike();
		bike.id = garage.bikes.get(0).id;
		this.associations.attach(bike);
		other.bikes.add(bike);
		this.garages.save(other);
		assertThat(keys("garage_id", "bike")).containsExactly(other.id);
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void textThatIsNoIdIsRefusedAtOnce() {
		Post post = new Post();
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> ((io.inverseof.BelongsTo) post.author).setId("abc"))
			.withMessage("Post.author takes an id of type java.lang.Long, but was given the text \"abc\".");
		assertThat(post.author.getId()).isNull();
	}

}
