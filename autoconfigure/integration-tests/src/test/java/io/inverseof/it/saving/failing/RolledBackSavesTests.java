package io.inverseof.it.saving.failing;

import java.util.List;
import java.util.function.Supplier;

import io.inverseof.it.saving.failing.Blog.Author;
import io.inverseof.it.saving.failing.Blog.Post;
import io.inverseof.it.saving.failing.Blog.Tag;
import io.inverseof.it.saving.failing.League.Player;
import io.inverseof.it.saving.failing.League.Team;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Graphs whose transaction, or a part of it, is rolled back after they were saved.
 */
abstract class RolledBackSavesTests extends FailingTest {

	@Test
	void aGraphCanBeSavedAgain() {
		this.trials.rolledBack(this::rolledBack, everything())
			.writes("- post one of ann", "+ post one of bob", "+ post five of bob", "+ comment fine on five",
					"+ profile life of bob v0");
	}

	@Test
	void aGraphCanBeSavedAgainAfterASavepoint() {
		this.trials.rolledBack((call) -> inTransaction(() -> nestedRolledBack(call)), everything())
			.writes("- post one of ann", "+ post one of bob", "+ post five of bob", "+ comment fine on five",
					"+ profile life of bob v0");
	}

	@Test
	void aGraphCanBeSavedAgainInTheSameTransaction() {
		this.trials.rolledBack((call) -> rolledBack(() -> {
			nestedRolledBack(call);
			call.run();
		}), everything())
			.writes("- post one of ann", "+ post one of bob", "+ post five of bob", "+ comment fine on five",
					"+ profile life of bob v0");
	}

	@Test
	void aSuspendedTransactionIsNotConcerned() {
		Author ann = author(1);
		ann.buildPost("five");
		Author bob = author(2);
		Post six = bob.buildPost("six");
		inTransaction(() -> {
			this.authors.save(ann);
			propagating(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> this.authors.save(bob), true);
			assertThat(six.id).isNull();
			assertThat(ann.posts.get(2).id).isNotNull();
		});
		this.authors.save(bob);
		verify(ann, bob);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ post five of ann", "+ post six of bob");
	}

	@Test
	void aListKeepsWhatWasSavedByItself() {
		Author bob = author(2);
		Post one = post(1);
		bob.posts.add(one);
		rolledBack(() -> {
			this.posts.save(one);
			bob.buildPost("never saved");
		});
		assertThat(bob.posts).contains(one).extracting((post) -> post.title).containsExactly("three", "one");
		this.authors.save(bob);
		verify(bob, one);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("- post one of ann", "+ post one of bob");
	}

	private Supplier<Attempt> everything() {
		return () -> {
			Author bob = author(2);
			bob.posts.add(post(1));
			bob.buildPost("five").comment("fine");
			bob.profile.build((profile) -> profile.bio = "life");
			return Attempt.of(() -> this.authors.save(bob), bob);
		};
	}

	@Test
	void aSaveThatFailsWithinASavepointLetsTheTransactionGoOn() {
		int n = 0;
		boolean failed;
		do {
			failed = goesOn(++n);
			assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ post five of ann",
					"+ comment fine on five", "+ post six of bob", "+ comment fair on six", "- post one of ann",
					"+ post one of bob", "+ post seven of cid");
		}
		while (failed);
		assertThat(n).isGreaterThan(3);
	}

	private boolean goesOn(int n) {
		Author ann = author(1);
		ann.buildPost("five").comment("fine");
		Author bob = author(2);
		bob.buildPost("six").comment("fair");
		bob.posts.add(post(1));
		Author cid = author(3);
		cid.buildPost("seven");
		Memory memory = new Memory(this.model);
		List<Entity> objects = memory.reachable(List.of(bob));
		List<String> pending = memory.pending(objects);
		boolean[] failed = new boolean[1];
		inTransaction(() -> {
			this.authors.save(ann);
			catchThrowable(() -> nested(() -> {
				this.dataSource.failAt(n);
				this.authors.save(bob);
			}));
			failed[0] = this.dataSource.heal();
			assertThat(memory.pending(objects).equals(pending)).isEqualTo(failed[0]);
			this.authors.save(cid);
		});
		verifyNothingIsBound();
		if (failed[0]) {
			assertThat(this.tables.description()).contains("post five of ann", "post seven of cid")
				.doesNotContain("post six of bob", "comment fair on six", "post one of bob");
			assertThat(memory.pending(objects)).isEqualTo(pending);
			this.authors.save(bob);
		}
		verify(ann, bob, cid);
		return failed[0];
	}

	@Test
	void aNewRootKeepsItsIdAsEver() {
		Author dan = Author.named("dan");
		Post five = dan.buildPost("five");
		Tag tag = new Tag();
		rolledBack(() -> {
			this.authors.save(dan);
			this.tags.save(tag);
		});
		assertThat(tag.id).isNotNull();
		assertThat(dan.id).isNotNull();
		assertThat(five.id).isNull();
		assertThat(five.author.get()).isSameAs(dan);
		dan.id = null;
		this.authors.save(dan);
		verify(dan, five);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ author dan", "+ post five of dan");
	}

	@Test
	void aNewRootWhoseCommitFailsOutsideKeepsItsIdAsEver() {
		Author dan = Author.named("dan");
		Post five = dan.buildPost("five");
		Tag tag = new Tag();
		this.dataSource.failAt(2);
		assertThatException().isThrownBy(() -> this.tags.save(tag));
		this.dataSource.failAt(3);
		assertThatException().isThrownBy(() -> this.authors.save(dan));
		assertThat(this.dataSource.heal()).isTrue();
		assertThat(tag.id).isNotNull();
		assertThat(dan.id).isNotNull();
		assertThat(five.id).isNull();
		assertThat(this.tables.difference()).isEmpty();
	}

	@Test
	void parentsOfARootAreNewAgain() {
		Team cork = Team.called("cork");
		Player lee = Player.named("lee");
		lee.team.set(cork);
		rolledBack(() -> this.players.save(lee));
		assertThat(cork.version).isNull();
		lee.id = null;
		lee.version = null;
		this.players.save(lee);
		verify(lee);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ team cork v0", "+ player lee v0 of cork");
	}

	@Test
	void aFailureThatIsCaughtRollsTheTransactionBack() {
		Author ann = author(1);
		Author dan = Author.named("dan");
		Post tooLong = dan.buildPost("much longer than any title may be");
		ann.buildPost("five");
		assertThatExceptionOfType(UnexpectedRollbackException.class).isThrownBy(() -> inTransaction(() -> {
			this.template.save(ann);
			assertThat(catchThrowable(() -> this.template.save(dan))).isNotNull();
		}));
		assertThat(dan.id).isNull();
		assertThat(this.tables.difference()).isEmpty();
		tooLong.title = "short";
		this.template.save(dan);
		this.template.save(ann);
		verify(ann, dan);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ author dan", "+ post short of dan",
				"+ post five of ann");
	}

	@Test
	void whatTheDatabaseRefusesCanBeCorrected() {
		Author ann = author(1);
		Post five = ann.buildPost("five");
		Post six = ann.buildPost("much longer than any title may be");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.authors.save(ann));
		assertThat(five.id).isNull();
		six.title = "six";
		this.authors.save(ann);
		verify(ann);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ post five of ann", "+ post six of ann");
	}

	@Test
	void whatACallbackRefusesCanBeCorrected() {
		Author ann = author(1);
		Post five = ann.buildPost("five");
		Post six = ann.buildPost(FailingApplication.REFUSED);
		six.comment("fine");
		assertThatException().isThrownBy(() -> this.authors.save(ann))
			.withStackTraceContaining("refused by a callback");
		assertThat(five.id).isNull();
		assertThat(six.id).isNull();
		six.title = "six";
		this.authors.save(ann);
		verify(ann);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ post five of ann", "+ post six of ann",
				"+ comment fine on six");
	}

	@Test
	void anUpdateOfARowThatIsGoneChangesNothing() {
		Author dan = Author.named("dan");
		dan.id = 77L;
		Post five = dan.buildPost("five");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.authors.save(dan))
			.isInstanceOfAny(DataAccessException.class, DbActionExecutionException.class);
		assertThat(dan.id).isEqualTo(77L);
		assertThat(five.id).isNull();
		dan.id = null;
		this.authors.save(dan);
		verify(dan);
		assertThat(this.tables.difference()).containsExactlyInAnyOrder("+ author dan", "+ post five of dan");
	}

	private void verify(Entity... objects) {
		this.trials.verifySaved(List.of(objects));
	}

}
