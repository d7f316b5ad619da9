package io.inverseof.it.unitofwork;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link NaiveModeTests} by {@code unitOfWork.naive()}.
 */
class NaivePieceOfWorkTests extends NaiveModeTests {

	@Override
	void naively(Runnable work) {
		this.unitOfWork.naive().run(work);
	}

	@Test
	void callReturnsItsResult() {
		assertThat(this.unitOfWork.naive().naive().call(() -> author(1).name)).isEqualTo("Ann");
	}

	@Test
	void worksInsideAnotherUnit() {
		inTransaction(() -> {
			Author ann = author(1);
			Post post = post(1);
			naively(() -> assertThat(post.author.get()).isNotSameAs(ann));
			assertThat(post(2).author.get()).isSameAs(ann);
		});
	}

	@Test
	void whatIsReadNaivelyIsNotSharedLater() {
		inTransaction(() -> {
			Author ann = author(1);
			naively(() -> author(1));
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void anOrdinaryUnitInsideIsNaiveToo() {
		naively(() -> this.unitOfWork.run(() -> {
			Author ann = author(1);
			assertThat(post(1).author.get()).isNotSameAs(ann);
		}));
	}

}
