package io.inverseof.it.saving.failing;

import java.util.List;

import io.inverseof.AssociationOperations;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A SELECT that fails on behalf of an association leaves it unread, and the next one
 * works.
 */
abstract class FailingLoadsTests extends FailingTest {

	@Autowired
	AssociationOperations operations;

	@Test
	void siblingsThatLoadTogetherAreUnread() {
		List<Blog.Author> all = this.authors.findAll();
		fails(() -> all.get(0).posts.size());
		assertThat(all).noneMatch((author) -> author.posts.isLoaded());
		assertThat(this.statements)
			.during(() -> assertThat(all.stream().flatMap((author) -> author.posts.stream())).hasSize(3))
			.selects(1);
		assertThat(all.get(0).posts.get(0).author.get()).isSameAs(all.get(0));
	}

	@Test
	void referencesThatLoadTogetherAreUnread() {
		List<Blog.Post> all = this.posts.findAll();
		fails(() -> all.get(2).author.get());
		assertThat(all.subList(0, 3)).noneMatch((post) -> post.author.isLoaded());
		assertThat(this.statements)
			.during(() -> assertThat(all.get(2).author.get()).isNotSameAs(all.get(0).author.get()))
			.selects(1);
		assertThat(all.get(0).author.get()).isSameAs(all.get(1).author.get());
	}

	@Test
	void hasOnesThatLoadTogetherAreUnread() {
		List<Blog.Author> all = this.authors.findAll();
		fails(() -> all.get(2).profile.orNull());
		assertThat(all).noneMatch((author) -> author.profile.isLoaded());
		assertThat(all.get(0).profile.get().author.get()).isSameAs(all.get(0));
		assertThat(this.statements).during(() -> assertThat(all.get(1).profile.orNull()).isNull()).none();
	}

	@Test
	void aPathThatIsPreloadedHalfWayIsReadOnWithNextTime() {
		List<Blog.Author> all = this.authors.findAll();
		this.dataSource.failAt(2);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.operations.preload(all, "posts.comments"));
		this.dataSource.heal();
		this.operations.preload(all, "posts.comments");
		assertThat(this.statements)
			.during(() -> assertThat(
					all.stream().flatMap((author) -> author.posts.stream()).flatMap((post) -> post.comments.stream()))
				.hasSize(2))
			.none();
	}

	@Test
	void whatIsUnsavedStaysWhenItsListCannotLoad() {
		Blog.Author ann = author(1);
		Blog.Post built = ann.buildPost("built");
		fails(() -> ann.posts.size());
		assertThat(built.author.get()).isSameAs(ann);
		assertThat(ann.posts).extracting((post) -> post.title).containsExactly("one", "two", "built");
	}

	@Test
	void anythingThatLoadsFirstChangesNothing() {
		Blog.Author ann = author(1);
		Blog.Post one = post(1);
		fails(() -> ann.posts.remove(one));
		fails(() -> ann.posts.clear());
		fails(() -> ann.posts.replaceWith(List.of()));
		assertThat(one.author.getId()).isEqualTo(1L);
		assertThat(ann.posts).hasSize(2);
	}

	@Test
	void partsOfAListAreUnread() {
		Blog.Author ann = author(1);
		fails(() -> ann.posts.find(1L));
		fails(() -> ann.posts.count());
		fails(() -> ann.posts.first());
		fails(() -> ann.posts.exists());
		assertThat(ann.posts.isLoaded()).isFalse();
		assertThat(ann.posts.find(1L).author.get()).isSameAs(ann);
	}

	@Test
	void aTransactionThatIsRolledBackCanBeTriedAgain() {
		List<Blog.Author> all = this.authors.findAll();
		fails(() -> inTransaction(() -> all.get(0).posts.size()));
		inTransaction(() -> assertThat(all.get(0).posts).hasSize(2));
		assertThat(all.get(1).posts).hasSize(1);
	}

	@Test
	void aSavepointLetsTheTransactionGoOn() {
		inTransaction(() -> {
			List<Blog.Author> all = this.authors.findAll();
			nestedThatFails(() -> all.get(0).posts.size());
			assertThat(this.statements).during(() -> assertThat(all.get(0).posts).hasSize(2)).selects(1);
			assertThat(all.get(0).posts.get(0).author.get()).isSameAs(all.get(0));
		});
	}

	@Test
	void aFinderThatFailsHalfWayCanBeTriedAgain() {
		fails(() -> this.authors.findAll());
		assertThat(this.authors.findAll()).hasSize(3);
	}

	private void fails(Runnable load) {
		this.dataSource.failAt(1);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(load::run);
		assertThat(this.dataSource.heal()).isTrue();
		verifyNothingIsBound();
	}

	private void nestedThatFails(Runnable load) {
		this.dataSource.failAt(2);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> nested(load));
		assertThat(this.dataSource.heal()).isTrue();
	}

}
