package io.inverseof.it.unitofwork;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.inverseof.BelongsTo;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What associations know after a rollback.
 */
abstract class RollbackTests extends UnitOfWorkTest {

	@Test
	void aReferenceThatWasLoadedReloads() {
		Post post = post(1);
		rolledBack(() -> {
			this.authors.rename(1L, "Anna");
			assertThat(post.author.get().name).isEqualTo("Anna");
		});
		assertThat(post.author.isLoaded()).isFalse();
		assertThat(this.statements).during(() -> assertThat(post.author.get().name).isEqualTo("Ann")).selects(1);
	}

	@Test
	void aReferenceThatWasWiredReloads() {
		List<Post> loaded = new ArrayList<>();
		rolledBack(() -> {
			this.authors.rename(1L, "Anna");
			loaded.addAll(author(1).posts);
			assertThat(loaded.get(0).author.get().name).isEqualTo("Anna");
		});
		assertThat(loaded.get(0).author.get().name).isEqualTo("Ann");
		assertThat(loaded.get(1).author.get().name).isEqualTo("Ann");
	}

	@Test
	void aListThatWasLoadedReloads() {
		Author ann = author(1);
		rolledBack(() -> {
			this.authors.retitlePosts(1L, "new");
			assertThat(ann.posts).extracting((post) -> post.title).containsOnly("new");
		});
		assertThat(ann.posts.isLoaded()).isFalse();
		assertThat(ann.posts).extracting((post) -> post.title).containsExactly("one", "two");
	}

	@Test
	void aHasOneThatWasLoadedReloads() {
		Author ann = author(1);
		rolledBack(() -> {
			this.jdbc.update("update profile set bio = 'new'");
			assertThat(ann.profile.get().bio).isEqualTo("new");
		});
		assertThat(ann.profile.get().bio).isEqualTo("bio");
	}

	@Test
	void whatWasLoadedBeforeStays() {
		Post post = post(1);
		Author ann = post.author.get();
		rolledBack(() -> assertThat(post.author.get()).isSameAs(ann));
		assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(ann)).none();
	}

	@Test
	void aKeyThatWasAssignedGoesBackToThatOfTheRow() {
		Post post = post(1);
		rolledBack(() -> {
			post.author.set(author(2));
			this.posts.save(post);
			assertThat(authorIdOfPost(1)).isEqualTo(2L);
		});
		assertThat(post.author.getId()).isEqualTo(1L);
		assertThat(post.author.get().name).isEqualTo("Ann");
	}

	@Test
	void aKeyThatWasSetGoesBackToThatOfTheRow() {
		Post post = post(1);
		rolledBack(() -> post.author.setId(2L));
		assertThat(post.author.getId()).isEqualTo(1L);
	}

	@Test
	void aKeyThatWasAssignedBeforeStaysAssigned() {
		Post post = post(1);
		Author bob = author(2);
		post.author.set(bob);
		rolledBack(() -> this.posts.save(post));
		assertThat(authorIdOfPost(1)).isEqualTo(1L);
		assertThat(post.author.get()).isSameAs(bob);
		this.posts.save(post);
		assertThat(authorIdOfPost(1)).isEqualTo(2L);
	}

	@Test
	void aReloadedReferenceGoesBackToWhatItWas() {
		Post post = post(1);
		post.author.set(author(2));
		rolledBack(post.author::reload);
		assertThat(post.author.get().name).isEqualTo("Bob");
		assertThat(post.author.getId()).isEqualTo(2L);
	}

	@Test
	void aMovedChildIsBackInTheListItCameFrom() {
		Author ann = author(1);
		Author bob = author(2);
		Post one = ann.posts.find(1L);
		rolledBack(() -> {
			bob.posts.add(one);
			assertThat(ann.posts).hasSize(1);
		});
		assertThat(one.author.getId()).isEqualTo(1L);
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(1L, 2L);
		assertThat(ann.posts.get(0).author.get()).isSameAs(ann);
		assertThat(bob.posts).extracting((post) -> post.id).containsExactly(3L);
	}

	@Test
	void anAddedChildIsGone() {
		Author ann = author(1);
		Post built = Post.titled("built");
		rolledBack(() -> {
			ann.posts.add(built);
			this.posts.save(built);
			assertThat(ann.posts).hasSize(3);
		});
		assertThat(ann.posts).extracting((post) -> post.title).containsExactly("one", "two");
	}

	@Test
	void aChildThatWasAddedBeforeStays() {
		Author ann = author(1);
		Post built = ann.posts.build((post) -> post.title = "built");
		rolledBack(() -> assertThat(ann.posts).hasSize(3));
		assertThat(built.author.get()).isSameAs(ann);
		assertThat(ann.posts).extracting((post) -> post.title).containsExactly("one", "two", "built");
	}

	@Test
	void aNewObjectThatWasNeverSavedKeepsWhatItWasTold() {
		Author ann = author(1);
		Author bob = author(2);
		Post built = ann.posts.build((post) -> post.title = "built");
		rolledBack(() -> built.author.set(bob));
		assertThat(built.author.get()).isSameAs(bob);
		assertThat(ann.posts).doesNotContain(built);
	}

	@Test
	void aChildThatStayedLeavesLater() {
		Author ann = author(1);
		Post built = ann.posts.build((post) -> post.title = "built");
		rolledBack(() -> assertThat(ann.posts).hasSize(3));
		built.author.set(author(2));
		assertThat(ann.posts).doesNotContain(built);
	}

	@Test
	void aRemovedChildIsBack() {
		Author ann = author(1);
		rolledBack(() -> ann.posts.clear());
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(1L, 2L);
		assertThat(ann.posts.get(0).author.get()).isSameAs(ann);
	}

	@Test
	void aHasOneThatWasSetGoesBack() {
		Author ann = author(1);
		Profile other = new Profile();
		rolledBack(() -> ann.profile.set(other));
		assertThat(ann.profile.get().bio).isEqualTo("bio");
		assertThat(other.author.orNull()).isSameAs(ann);
	}

	@Test
	void theNextAttemptWorks() {
		Author ann = author(1);
		Runnable attempt = () -> {
			Post one = ann.posts.find(1L);
			one.author.set(author(2));
			this.posts.save(one);
		};
		rolledBack(attempt);
		inTransaction(attempt);
		assertThat(authorIdOfPost(1)).isEqualTo(2L);
		ann.posts.reload();
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
	}

	@Test
	void recordsForgetToo() {
		Comment comment = this.comments.findById(1L).orElseThrow();
		rolledBack(() -> {
			comment.post().setId(2L);
			comment.post().get();
		});
		assertThat(comment.post().getId()).isEqualTo(1L);
		assertThat(comment.post().get().title).isEqualTo("one");
	}

	@Test
	void siblingsForgetWhatTheyShare() {
		List<Post> both = this.posts.findAllById(List.of(1L, 2L));
		rolledBack(() -> {
			this.authors.rename(1L, "Anna");
			both.get(0).author.get();
		});
		assertThat(both.get(1).author.get().name).isEqualTo("Ann");
		assertThat(both.get(0).author.get()).isSameAs(both.get(1).author.get());
	}

	@Test
	void anExceptionRollsBackTheSame() {
		Post post = post(1);
		try {
			inTransaction(() -> {
				post.author.setId(2L);
				throw new IllegalStateException("stop");
			});
		}
		catch (IllegalStateException ex) {
			assertThat(post.author.getId()).isEqualTo(1L);
		}
		assertThat(post.author.getId()).isEqualTo(1L);
	}

	@Test
	void aCommittedChangeStays() {
		Post post = post(1);
		Author bob = author(2);
		inTransaction(() -> {
			post.author.set(bob);
			this.posts.save(post);
		});
		assertThat(post.author.get()).isSameAs(bob);
		rolledBack(() -> post.author.setId(1L));
		assertThat(post.author.getId()).isEqualTo(2L);
	}

	@Test
	void aChangeInRunStaysWhenALaterTransactionRollsBack() {
		Post post = post(1);
		this.unitOfWork.run(() -> {
			post.author.set(author(2));
			rolledBack(() -> author(1));
		});
		assertThat(post.author.getId()).isEqualTo(2L);
	}

	@Test
	void aRollbackInNaiveModeForgetsTheSame() {
		Post post = post(1);
		this.unitOfWork.naive().run(() -> rolledBack(() -> post.author.setId(2L)));
		assertThat(post.author.getId()).isEqualTo(1L);
	}

	@Test
	void aRollbackToASavepointTakesBackWhatChangedSince() {
		inTransaction(() -> {
			Post post = post(1);
			nestedRolledBack((status) -> post.author.set(author(2)));
			assertThat(post.author.getId()).isEqualTo(1L);
			assertThat(post.author.get().name).isEqualTo("Ann");
		});
	}

	@Test
	void aRollbackToASavepointKeepsWhatWasChangedBefore() {
		inTransaction(() -> {
			Post post = post(1);
			post.author.set(author(2));
			this.posts.save(post);
			nestedRolledBack((status) -> {
				post.author.setId(1L);
				this.posts.save(post);
			});
			assertThat(post.author.getId()).isEqualTo(2L);
			this.posts.save(post);
			assertThat(authorIdOfPost(1)).isEqualTo(2L);
		});
		assertThat(authorIdOfPost(1)).isEqualTo(2L);
	}

	@Test
	void aRollbackToASavepointForgetsWhatWasLoaded() {
		inTransaction(() -> {
			Post post = post(1);
			Author before = post.author.get();
			nestedRolledBack((status) -> this.authors.rename(1L, "Anna"));
			assertThat(post.author.get()).isNotSameAs(before).extracting((author) -> author.name).isEqualTo("Ann");
		});
	}

	@Test
	void aRollbackToASavepointForgetsTheCache() {
		inTransaction(() -> {
			List<Author> loaded = new ArrayList<>();
			nestedRolledBack((status) -> {
				this.authors.rename(1L, "Anna");
				loaded.add(author(1));
			});
			assertThat(post(1).author.get()).isNotSameAs(loaded.get(0))
				.extracting((author) -> author.name)
				.isEqualTo("Ann");
		});
	}

	@Test
	void aFullRollbackAfterASavepointTakesEverythingBack() {
		Post post = post(1);
		Post other = post(3);
		rolledBack(() -> {
			post.author.setId(2L);
			nested((status) -> {
				post.author.setId(null);
				other.author.setId(1L);
			});
			assertThat(post.author.getId()).isNull();
		});
		assertThat(post.author.getId()).isEqualTo(1L);
		assertThat(other.author.getId()).isEqualTo(2L);
	}

	@Test
	void aFullRollbackAfterARollbackToASavepointTakesEverythingBack() {
		Post post = post(1);
		rolledBack(() -> {
			post.author.setId(2L);
			nestedRolledBack((status) -> post.author.setId(null));
			assertThat(post.author.getId()).isEqualTo(2L);
		});
		assertThat(post.author.getId()).isEqualTo(1L);
	}

	@Test
	void anOlderSavepointTakesBackMore() {
		Post post = post(1);
		this.transaction.executeWithoutResult((status) -> {
			Object outer = status.createSavepoint();
			post.author.setId(2L);
			Object inner = status.createSavepoint();
			post.author.setId(null);
			status.rollbackToSavepoint(inner);
			assertThat(post.author.getId()).isEqualTo(2L);
			post.author.setId(7L);
			status.rollbackToSavepoint(outer);
			assertThat(post.author.getId()).isEqualTo(1L);
		});
		assertThat(post.author.getId()).isEqualTo(1L);
	}

	@Test
	void aReferenceOutsideAnEntityIsLeftAlone() {
		BelongsTo<Author, Long> reference = BelongsTo.toId(1L);
		rolledBack(() -> reference.setId(2L));
		assertThat(reference.getId()).isEqualTo(2L);
	}

	private void nested(Consumer<TransactionStatus> work) {
		TransactionTemplate nested = new TransactionTemplate(this.transactionManager);
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		nested.executeWithoutResult(work);
	}

	private void nestedRolledBack(Consumer<TransactionStatus> work) {
		nested((status) -> {
			work.accept(status);
			status.setRollbackOnly();
		});
	}

}
