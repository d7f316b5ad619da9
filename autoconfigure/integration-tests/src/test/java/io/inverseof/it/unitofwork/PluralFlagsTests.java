package io.inverseof.it.unitofwork;

import java.util.List;

import io.inverseof.holder.AssociationHolder;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Belongs-to associations that fill the has-many of their target.
 */
@TestPropertySource(
		properties = { "inverseof.has-many-inversing=true", "inverseof.automatically-invert-plural-associations=true" })
class PluralFlagsTests extends UnitOfWorkTest {

	@Test
	void loadingFillsAndDoesNotMarkLoaded() {
		Post one = post(1);
		Author ann = one.author.get();
		assertThat(inMemory(ann)).containsExactly(one);
		assertThat(ann.posts.isLoaded()).isFalse();
	}

	@Test
	void rowsInMemoryKeepTheirObjectAndAreNeverThereTwice() {
		List<Post> both = this.posts.findAllById(List.of(1L, 2L));
		Author ann = both.get(0).author.get();
		assertThat(both.get(1).author.get()).isSameAs(ann);
		assertThat(ann.posts).containsExactlyElementsOf(both);
		assertThat(ann.posts.isLoaded()).isTrue();
	}

	@Test
	void aCachedTargetIsFilledToo() {
		inTransaction(() -> {
			Author ann = author(1);
			Post two = post(2);
			two.author.get();
			assertThat(inMemory(ann)).containsExactly(two);
			assertThat(ann.posts).hasSize(2).last().isSameAs(two);
		});
	}

	@Test
	void assigningFills() {
		Author ann = author(1);
		Post four = post(4);
		assertThat(this.statements).during(() -> {
			four.author.set(ann);
			four.author.set(ann);
			assertThat(inMemory(ann)).containsExactly(four);
		}).none();
		assertThat(ann.posts).hasSize(3).last().isSameAs(four);
	}

	@Test
	void aNewObjectIsFilledByTheFlagsOfItsTarget() {
		Author ann = author(1);
		Post post = Post.titled("new");
		post.author.set(ann);
		assertThat(inMemory(ann)).containsExactly(post);
	}

	@Test
	void aFilledChildLeavesWhenItMoves() {
		Post one = post(1);
		Author ann = one.author.get();
		Author bob = author(2);
		one.author.set(bob);
		assertThat(inMemory(ann)).isEmpty();
		assertThat(inMemory(bob)).containsExactly(one);
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
		assertThat(bob.posts).extracting((post) -> post.id).containsExactlyInAnyOrder(1L, 3L);
	}

	@Test
	void aFilledChildThatIsGoneIsNotKeptAlive() {
		Post one = post(1);
		Author ann = one.author.get();
		this.posts.delete(one);
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
	}

	@Test
	void aFilledListIsCountedByTheDatabase() {
		Author ann = post(1).author.get();
		assertThat(this.statements).during(() -> assertThat(ann.posts.count()).isEqualTo(2)).selects(1);
	}

	@Test
	void rowsOfOneCallFillOnce() {
		List<Post> both = this.posts.findByIdLessThanOrderById(3L);
		both.forEach((post) -> post.author.get());
		both.forEach((post) -> post.author.get());
		assertThat(inMemory(both.get(0).author.get())).containsExactlyElementsOf(both);
	}

	@Test
	void nodesFillTheirParents() {
		this.jdbc
			.update("insert into node (id, name, parent_id) values (1, 'root', null), (2, 'left', 1), (3, 'me', 3)");
		List<Node> all = this.nodes.findAll();
		all.forEach((node) -> node.parent.orNull());
		assertThat(((AssociationHolder) all.get(0).children).inMemory()).hasSize(1);
		assertThat(all.get(2).children).singleElement().isSameAs(all.get(2));
	}

	private static List<Object> inMemory(Author author) {
		return List.copyOf(((AssociationHolder) author.posts).inMemory());
	}

}
