package io.inverseof.it.unitofwork;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What another transaction has committed stays when the suspended one, in which the same
 * objects had changed before, is rolled back.
 */
class SuspendedTransactionTests extends UnitOfWorkTest {

	@Test
	void aChildThatWasAddedStays() {
		Author ann = author(1);
		Author bob = author(2);
		Post one = ann.posts.get(0);
		rolledBack(() -> {
			bob.posts.add(one);
			inNewTransaction(() -> this.authors.save(bob));
		});
		assertThat(one.author.getId()).isEqualTo(2L);
		assertThat(bob.posts).extracting((post) -> post.id).containsExactly(1L, 3L);
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
		this.posts.save(one);
		assertThat(authorIdOfPost(1)).isEqualTo(2L);
	}

	@Test
	void aChildThatWasBuiltStays() {
		Author bob = author(2);
		rolledBack(() -> {
			Post five = bob.posts.build((post) -> post.title = "five");
			inNewTransaction(() -> this.authors.save(bob));
			assertThat(five.id).isNotNull();
		});
		assertThat(bob.posts).extracting((post) -> post.title).containsExactly("three", "five");
		this.authors.save(bob);
		assertThat(author(2).posts).hasSize(2);
	}

	@Test
	void aChildThatWasRemovedStaysAway() {
		Author ann = author(1);
		Post one = ann.posts.get(0);
		rolledBack(() -> {
			ann.posts.remove(one);
			inNewTransaction(() -> this.authors.save(ann));
		});
		assertThat(one.author.getId()).isNull();
		assertThat(ann.posts).extracting((post) -> post.id).containsExactly(2L);
		this.posts.save(one);
		assertThat(authorIdOfPost(1)).isNull();
	}

	@Test
	void aRemovalThatWasWrittenIsNotWrittenAgain() {
		Author ann = author(1);
		Post one = ann.posts.get(0);
		ann.posts.remove(one);
		rolledBack(() -> {
			ann.posts.build((post) -> post.title = "five");
			inNewTransaction(() -> this.authors.save(ann));
		});
		this.jdbc.update("update post set author_id = 1 where id = 1");
		this.authors.save(ann);
		assertThat(authorIdOfPost(1)).isEqualTo(1L);
	}

	@Test
	void aKeyThatWasSetStays() {
		Post one = post(1);
		rolledBack(() -> {
			one.author.setId(2L);
			inNewTransaction(() -> this.posts.save(one));
		});
		assertThat(one.author.getId()).isEqualTo(2L);
		assertThat(one.author.get().name).isEqualTo("Bob");
	}

	@Test
	void theTargetOfAHasOneStays() {
		Author ann = author(1);
		Profile before = ann.profile.get();
		Profile after = new Profile();
		rolledBack(() -> {
			ann.profile.set(after);
			inNewTransaction(() -> this.authors.save(ann));
		});
		assertThat(before.author.getId()).isNull();
		assertThat(after.author.getId()).isEqualTo(1L);
		assertThat(ann.profile.get().id).isEqualTo(after.id);
		this.profiles.save(before);
		assertThat(this.jdbc.queryForObject("select author_id from profile where id = 1", Long.class)).isNull();
	}

	@Test
	void whatChangedAfterwardsIsTakenBackToIt() {
		Post one = post(1);
		rolledBack(() -> {
			one.author.setId(2L);
			inNewTransaction(() -> this.posts.save(one));
			one.author.set(null);
		});
		assertThat(one.author.getId()).isEqualTo(2L);
	}

	@Test
	void whatWasOnlyWrittenBeforeARolledBackSavepointIsTakenBack() {
		Post one = post(1);
		rolledBack(() -> {
			one.author.setId(2L);
			inNewTransaction(
					() -> propagatingRolledBack(TransactionDefinition.PROPAGATION_NESTED, () -> this.posts.save(one)));
		});
		assertThat(one.author.getId()).isEqualTo(1L);
	}

	@Test
	void whatWasNotCommittedIsTakenBack() {
		Author bob = author(2);
		Post one = author(1).posts.get(0);
		rolledBack(() -> {
			bob.posts.add(one);
			propagatingRolledBack(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> this.authors.save(bob));
			assertThat(one.author.getId()).isEqualTo(2L);
		});
		assertThat(one.author.getId()).isEqualTo(1L);
	}

	@Test
	void whatWasOnlyReadMeanwhileIsTakenBack() {
		Author ann = author(1);
		Post five = ann.posts.build((post) -> post.title = "five");
		rolledBack(() -> {
			this.authors.save(ann);
			inNewTransaction(() -> assertThat(ann.posts.size()).isGreaterThan(1));
		});
		assertThat(five.id).isNull();
		this.authors.save(ann);
		assertThat(author(1).posts).extracting((post) -> post.title).containsExactly("one", "two", "five");
	}

	@Test
	void whatTheSuspendedTransactionWroteItselfIsTakenBack() {
		Author ann = author(1);
		Post five = ann.posts.build((post) -> post.title = "five");
		rolledBack(() -> {
			this.authors.save(ann);
			inNewTransaction(() -> ann.posts.create((post) -> post.title = "six"));
		});
		assertThat(five.id).isNull();
		this.authors.save(ann);
		assertThat(author(1).posts).extracting((post) -> post.title)
			.containsExactlyInAnyOrder("one", "two", "five", "six");
	}

	private void propagatingRolledBack(int behavior, Runnable work) {
		TransactionTemplate template = new TransactionTemplate(this.transactionManager);
		template.setPropagationBehavior(behavior);
		template.executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

}
