package io.inverseof.it.unitofwork;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the results of one call share where there is no unit of work.
 */
class GraphsWithoutUnitTests extends UnitOfWorkTest {

	@BeforeEach
	void fillNodes() {
		this.jdbc.update("insert into node (id, name, parent_id) values (1, 'root', null), (2, 'left', 1), "
				+ "(3, 'right', 1), (4, 'leaf', 2), (5, 'self', 5), (6, 'a', 7), (7, 'b', 6)");
	}

	@Test
	void resultsOfOneCallShareTheirTargets() {
		List<Post> all = this.posts.findAllById(List.of(1L, 2L));
		assertThat(this.statements).during(() -> assertThat(all.get(0).author.get()).isSameAs(all.get(1).author.get()))
			.selects(1);
		assertThat(this.observations.avoided()).containsExactly("Post.author cache");
	}

	@Test
	void resultsOfADerivedQueryShareTheirTargets() {
		List<Post> all = this.posts.findByIdLessThanOrderById(3L);
		assertThat(this.statements).during(() -> assertThat(all.get(0).author.get()).isSameAs(all.get(1).author.get()))
			.selects(1);
	}

	@Test
	void resultsOfTwoCallsShareNothing() {
		Post one = post(1);
		Post two = post(2);
		assertThat(this.statements).during(() -> assertThat(one.author.get()).isNotSameAs(two.author.get())).selects(2);
	}

	@Test
	void resultsGoOnSharingAfterTheirTransaction() {
		List<Post> all = this.transaction.execute((status) -> this.posts.findAllById(List.of(1L, 2L)));
		assertThat(this.statements).during(() -> assertThat(all.get(0).author.get()).isSameAs(all.get(1).author.get()))
			.selects(1);
	}

	@Test
	void resultsShareWhatOneOfThemReadInTheTransaction() {
		List<Post> all = this.transaction.execute((status) -> {
			List<Post> found = this.posts.findAllById(List.of(1L, 2L));
			found.get(0).author.get();
			return found;
		});
		assertThat(this.statements).during(() -> assertThat(all.get(1).author.get()).isSameAs(all.get(0).author.get()))
			.none();
	}

	@Test
	void childrenOfAListShareTheOwner() {
		Author ann = author(1);
		assertThat(this.statements).during(() -> ann.posts.forEach((post) -> {
			assertThat(post.author.get()).isSameAs(ann);
			assertThat(post.author.get().posts).isSameAs(ann.posts);
		})).selects(1);
		assertThat(this.observations.avoided()).containsExactly("Post.author inverse", "Post.author inverse");
	}

	@Test
	void aHasOneKnowsItsOwner() {
		Author ann = author(1);
		assertThat(this.statements).during(() -> assertThat(ann.profile.get().author.get()).isSameAs(ann)).selects(1);
	}

	@Test
	void aReferenceFillsTheHasOneOfItsTarget() {
		Profile profile = this.profiles.findById(1L).orElseThrow();
		assertThat(this.statements).during(() -> assertThat(profile.author.get().profile.get()).isSameAs(profile))
			.selects(1);
		assertThat(this.observations.avoided()).containsExactly("Author.profile inverse");
	}

	@Test
	void recordsKnowTheirOwner() {
		Post post = post(1);
		assertThat(this.statements)
			.during(() -> assertThat(post.comments).hasSize(2)
				.allSatisfy((comment) -> assertThat(comment.post().get()).isSameAs(post)))
			.selects(1);
	}

	@Test
	void nodesOfOneCallReferToEachOther() {
		List<Node> all = this.nodes.findAll();
		Node root = node(all, 1);
		assertThat(this.statements).during(() -> {
			assertThat(node(all, 2).parent.get()).isSameAs(root);
			assertThat(node(all, 4).parent.get().parent.get()).isSameAs(root);
			assertThat(root.parent.orNull()).isNull();
		}).none();
	}

	@Test
	void aNodeThatIsItsOwnParentTerminates() {
		Node self = node(this.nodes.findAll(), 5);
		assertThat(self.parent.get()).isSameAs(self);
		Node again = this.nodes.findById(5L).orElseThrow();
		assertThat(again.children).singleElement().satisfies((child) -> assertThat(child.parent.get()).isSameAs(again));
	}

	@Test
	void nodesInACircleTerminate() {
		Node a = this.nodes.findById(6L).orElseThrow();
		Node b = a.children.get(0);
		assertThat(b.name).isEqualTo("b");
		assertThat(b.parent.get()).isSameAs(a);
		assertThat(b.children.get(0).name).isEqualTo("a");
		assertThat(a.children).hasToString("Node.children[7]");
	}

	@Test
	void aListThatWasReadKeepsItsElements() {
		Author ann = author(1);
		Post first = ann.posts.get(0);
		assertThat(this.statements).during(() -> {
			assertThat(ann.posts.get(0)).isSameAs(first);
			assertThat(ann.posts).hasSize(2);
			assertThat(ann.posts.find(1L)).isSameAs(first);
			assertThat(ann.posts.first()).containsSame(first);
			assertThat(ann.posts.count()).isEqualTo(2);
		}).none();
	}

	@Test
	void anElementThatWasFoundIsTheSameInTheList() {
		Author ann = author(1);
		Post two = ann.posts.find(2L);
		assertThat(ann.posts.last()).containsSame(two);
		assertThat(ann.posts.get(1)).isSameAs(two);
		assertThat(ann.posts).hasSize(2);
	}

	@Test
	void anAddedRowIsNotLoadedTwice() {
		Author ann = author(1);
		Post one = post(1);
		ann.posts.add(one);
		assertThat(ann.posts.isLoaded()).isFalse();
		assertThat(ann.posts).hasSize(2).first().isSameAs(one);
		assertThat(ann.posts.count()).isEqualTo(2);
	}

	@Test
	void aChildThatLeftBeforeTheListWasLoadedIsNotInIt() {
		Author ann = author(1);
		Post one = ann.posts.find(1L);
		one.author.set(author(2));
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
		assertThat(ann.posts.count()).isOne();
	}

	@Test
	void aChildThatCameBackBeforeTheListWasLoadedIsInIt() {
		Author ann = author(1);
		Post one = ann.posts.find(1L);
		one.author.set(author(2));
		one.author.set(ann);
		assertThat(ann.posts).hasSize(2).first().isSameAs(one);
	}

	@Test
	void aRowThatIsGoneIsNotKeptAlive() {
		Profile profile = this.profiles.findById(1L).orElseThrow();
		Author ann = profile.author.get();
		this.jdbc.update("delete from profile");
		ann.profile.reload();
		assertThat(ann.profile.orNull()).isNull();
	}

	@Test
	void unsavedElementsAreLast() {
		Author ann = author(1);
		Post built = ann.posts.build((post) -> post.title = "built");
		assertThat(ann.posts.count()).isEqualTo(3);
		assertThat(ann.posts.last()).containsSame(built);
		assertThat(ann.posts.first(5)).hasSize(3).last().isSameAs(built);
		assertThat(ann.posts.isLoaded()).isFalse();
		assertThat(ann.posts).hasSize(3).last().isSameAs(built);
	}

	@Test
	void writingMethodsLoadFirst() {
		Author ann = author(1);
		assertThat(this.statements).during(() -> ann.posts.remove(Post.titled("stranger"))).selects(1);
		Author bob = author(2);
		assertThat(this.statements).during(bob.posts::clear).selects(1);
		assertThat(bob.posts).isEmpty();
	}

	@Test
	void addNeverLoads() {
		Author ann = author(1);
		assertThat(this.statements).during(() -> {
			ann.posts.add(Post.titled("new"));
			ann.posts.build((post) -> {
			});
			ann.posts.addAll(List.of(Post.titled("newer")));
			ann.profile.set(new Profile());
		}).none();
	}

	@Test
	void nothingLoadsByBeingLookedAt() {
		Author ann = author(1);
		Post post = post(1);
		assertThat(this.statements).during(() -> {
			assertThat(ann.posts).hasToString("Author.posts[not loaded]");
			assertThat(ann.profile).hasToString("Author.profile[not loaded]");
			assertThat(post.author).hasToString("Post.author[1, not loaded]");
			assertThat(ann.posts.equals(List.of())).isFalse();
			assertThat(ann.posts.hashCode()).isNotZero();
			assertThat(post.author.equals(post(1).author)).isTrue();
			assertThat(post.author.hashCode()).isEqualTo(Long.hashCode(1));
			assertThat(post.author.getId()).isEqualTo(1L);
			assertThat(ann.posts.isLoaded()).isFalse();
		}).selects(1);
	}

	private static Node node(List<Node> nodes, long id) {
		return nodes.stream().filter((node) -> Long.valueOf(id).equals(node.id)).findFirst().orElseThrow();
	}

}
