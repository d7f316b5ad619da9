package io.inverseof.it.lazyloading;

import java.util.List;

import io.inverseof.StrictLoading.Mode;
import io.inverseof.StrictLoadingException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Strict associations and strict units of work in an application that is not.
 */
class StrictLoadingTests extends LazyLoadingTest {

	@Test
	void refusesAStrictAssociation() {
		Post post = post(1);
		String line = line(1);
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> post.comments.size())
			.withMessage("Post.comments of Post 1 is read by " + line + " and would have to load by itself, but it is "
					+ "annotated with @StrictLoading. Load it with its siblings before, by @Preload(\"comments\") on "
					+ "the query method or AssociationOperations.preload(posts, \"comments\"); or remove "
					+ "@StrictLoading.");
		assertThat(post.comments.isLoaded()).isFalse();
	}

	@Test
	void handsOutAStrictAssociationThatWasPreloaded() {
		Post post = post(1);
		this.associations.preload(List.of(post), "comments");
		assertThat(post.comments).hasSize(1);
	}

	@Test
	void loadsOthers(CapturedOutput output) {
		assertThat(post(1).author.get().posts).hasSize(3);
		assertThat(output).doesNotContain("loads by itself");
	}

	@Test
	void refusesInAStrictUnitOfWork() {
		Post post = post(1);
		this.unitOfWork.strict(Mode.FAIL)
			.run(() -> assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> post.author.get())
				.withMessageContaining(" and would have to load by itself, but this runs in unitOfWork.strict(FAIL). ")
				.withMessageEndingWith("; or read it outside of that unit of work."));
		assertThat(post.author.get().id).isEqualTo(1);
	}

	@Test
	void logsInAStrictUnitOfWork(CapturedOutput output) {
		Post post = post(1);
		this.unitOfWork.strict(Mode.WARN).run(() -> {
			assertThat(post.author.get().id).isEqualTo(1);
			assertThat(post.comments).hasSize(1);
		});
		assertThat(output).contains("Post.author of Post 1 is read by ")
			.contains("Post.comments of Post 1 is read by ")
			.contains("which is logged because this runs in unitOfWork.strict(WARN). ");
	}

	@Test
	void allowsAStrictAssociationInAUnitOfWorkThatIsNot() {
		Post post = post(1);
		assertThat(this.unitOfWork.strict(Mode.OFF).<Integer>call(post.comments::size)).isEqualTo(1);
	}

	@Test
	void isStrictForAPartOfATransaction() {
		inTransaction(() -> {
			Post post = post(1);
			Author author = author(1);
			this.unitOfWork.strict(Mode.FAIL).run(() -> {
				assertThat(post.author.get()).isSameAs(author);
				assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> author.posts.size());
			});
			assertThat(author.posts).hasSize(3);
		});
	}

	@Test
	void aTransactionInsideIsStrictToo() {
		this.unitOfWork.strict(Mode.FAIL).run(() -> inTransaction(() -> {
			Author author = author(1);
			assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> author.posts.size());
		}));
	}

	@Test
	void anExceptionThatIsCaughtDoesNotRollBack() {
		inTransaction(() -> {
			Post post = post(1);
			assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> post.comments.size());
			post.title = "Saved";
			this.posts.save(post);
		});
		assertThat(post(1).title).isEqualTo("Saved");
	}

}
