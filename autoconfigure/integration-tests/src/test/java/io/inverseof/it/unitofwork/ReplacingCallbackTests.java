package io.inverseof.it.unitofwork;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks of the application that return another object.
 */
@Import(Replacing.class)
class ReplacingCallbackTests extends UnitOfWorkTest {

	@BeforeEach
	void forget() {
		Replacing.seen.clear();
	}

	@Test
	void theUnitHoldsWhatTheCallbacksReturned() {
		inTransaction(() -> {
			Author ann = author(1);
			assertThat(ann.name).isEqualTo("Ann (processed)");
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void anAssociationHandsOutWhatTheCallbacksReturned() {
		inTransaction(() -> {
			Author ann = post(1).author.get();
			assertThat(ann.name).isEqualTo("Ann (processed)");
			assertThat(post(2).author.get()).isSameAs(ann);
		});
	}

	@Test
	void copiesOfRowsOfAListKnowTheirOwner() {
		Author ann = author(1);
		assertThat(this.statements)
			.during(() -> assertThat(ann.posts).hasSize(2)
				.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(ann))
				.allSatisfy((post) -> assertThat(post.title).endsWith(Replacing.PROCESSED)))
			.selects(1);
	}

	@Test
	void copiesOfRecordsKnowTheirOwner() {
		Post post = post(1);
		assertThat(this.statements)
			.during(() -> assertThat(post.comments).hasSize(2)
				.allSatisfy((comment) -> assertThat(comment.post().get()).isSameAs(post))
				.allSatisfy((comment) -> assertThat(comment.body()).endsWith(Replacing.PROCESSED)))
			.selects(1);
	}

	@Test
	void aCopyOfARecordLoadsItsTarget() {
		Comment comment = this.comments.findById(1L).orElseThrow();
		assertThat(comment.post().get().title).isEqualTo("one (processed)");
	}

	@Test
	void aCopyLeavesTheListWhenItMoves() {
		Author ann = author(1);
		Post one = ann.posts.get(0);
		one.author.set(author(2));
		assertThat(ann.posts).hasSize(1);
	}

	@Test
	void aCopiedTargetKnowsTheOtherSide() {
		Profile profile = this.profiles.findById(1L).orElseThrow();
		Author ann = profile.author.get();
		assertThat(this.statements).during(() -> assertThat(ann.profile.get()).isSameAs(profile)).none();
	}

	@Test
	void nodesNeverReferToWhatWasNotProcessed() {
		this.jdbc
			.update("insert into node (id, name, parent_id) values (1, 'root', null), (2, 'left', 1), (3, 'leaf', 2)");
		List<Node> all = this.nodes.findAll();
		assertThat(all).extracting((node) -> node.name).allMatch((name) -> name.endsWith(Replacing.PROCESSED));
		assertThat(all.get(1).parent.get().name).isEqualTo("root (processed)");
		inTransaction(() -> {
			List<Node> again = this.nodes.findAll();
			assertThat(again.get(1).parent.get()).isSameAs(again.get(0));
			assertThat(again.get(2).parent.get()).isSameAs(again.get(1));
		});
	}

	@Test
	void callbacksFindAssociationsThatAreWired() {
		author(1).profile.get();
		this.profiles.findById(1L);
		assertThat(Replacing.seen).containsExactly("Profile.author[1] loaded: true",
				"Profile.author[1, not loaded] loaded: false");
	}

}
