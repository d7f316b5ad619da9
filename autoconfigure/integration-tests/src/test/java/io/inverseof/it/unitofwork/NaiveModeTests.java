package io.inverseof.it.unitofwork;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Work without read sharing.
 */
abstract class NaiveModeTests extends UnitOfWorkTest {

	abstract void naively(Runnable work);

	@Test
	void everyReferenceQueriesOnceAndRemembers() {
		naively(() -> inTransaction(() -> {
			author(1);
			List<Post> both = this.posts.findAllById(List.of(1L, 2L));
			assertThat(this.statements).during(() -> both.forEach((post) -> post.author.get())).selects(2);
			assertThat(this.statements).during(() -> both.forEach((post) -> post.author.get())).none();
			assertThat(both.get(0).author.get()).isNotSameAs(both.get(1).author.get());
		}));
		assertThat(this.observations.avoided()).isEmpty();
	}

	@Test
	void elementsOfAListDoNotKnowTheirOwner() {
		naively(() -> {
			Author ann = author(1);
			assertThat(this.statements).during(() -> ann.posts.forEach((post) -> post.author.get())).selects(3);
			assertThat(ann.posts.get(0).author.get()).isNotSameAs(ann);
		});
		assertThat(this.observations.avoided()).isEmpty();
	}

	@Test
	void aReferenceDoesNotFillTheOtherSide() {
		naively(() -> {
			Profile profile = this.profiles.findById(1L).orElseThrow();
			assertThat(this.statements).during(() -> profile.author.get().profile.get()).selects(2);
		});
	}

	@Test
	void nodesOfOneCallDoNotReferToEachOther() {
		this.jdbc.update("insert into node (id, name, parent_id) values (1, 'root', null), (2, 'left', 1)");
		naively(() -> {
			List<Node> all = this.nodes.findAll();
			assertThat(this.statements).during(() -> all.get(1).parent.get()).selects(1);
		});
	}

	@Test
	void aListIsReadOnceAndRemembers() {
		naively(() -> {
			Author ann = author(1);
			assertThat(this.statements).during(() -> {
				assertThat(ann.posts).hasSize(2);
				assertThat(ann.posts.get(0)).isSameAs(ann.posts.get(0));
			}).selects(1);
		});
	}

	@Test
	void addingBuildingAndAssigningWireInMemory() {
		naively(() -> {
			Author ann = author(1);
			assertThat(this.statements).during(() -> {
				Post added = Post.titled("added");
				ann.posts.add(added);
				assertThat(added.author.get()).isSameAs(ann);
				assertThat(ann.posts.build((post) -> {
				}).author.get()).isSameAs(ann);
				Profile profile = new Profile();
				profile.author.set(ann);
				assertThat(ann.profile.get()).isSameAs(profile);
			}).none();
		});
	}

	@Test
	void aChildThatMovesLeaves() {
		naively(() -> {
			Author ann = author(1);
			Post one = ann.posts.get(0);
			one.author.set(author(2));
			assertThat(ann.posts).hasSize(1);
		});
	}

	@Test
	void savingWorksAsEver() {
		naively(() -> {
			Post post = post(4);
			post.author.set(author(2));
			this.posts.save(post);
		});
		assertThat(authorIdOfPost(4)).isEqualTo(2L);
	}

	@Test
	void savedObjectsAreNotShared() {
		naively(() -> inTransaction(() -> {
			Author carl = this.authors.save(Author.named("Carl"));
			Post post = this.posts.save(Post.titled("new"));
			post.author.setId(carl.id);
			this.posts.save(post);
			assertThat(post(post.id).author.get()).isNotSameAs(carl);
		}));
	}

}
