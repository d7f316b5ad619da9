package io.inverseof.unitofwork;

import java.util.concurrent.CompletableFuture;

import io.inverseof.StrictLoading;
import io.inverseof.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the modes of {@link TransactionalUnitOfWork}.
 */
class TransactionalUnitOfWorkTests {

	private final TransactionalUnitOfWork unitOfWork = new TransactionalUnitOfWork(10, (aggregate) -> null,
			(aggregate) -> null, new AssociationListener() {
			});

	@AfterEach
	void leavesNothingBehind() {
		assertMode(false, null);
	}

	@Test
	void isNeitherNaiveNorStrictByItself() {
		this.unitOfWork.run(() -> assertMode(false, null));
	}

	@Test
	void isStrict() {
		this.unitOfWork.strict(StrictLoading.Mode.WARN).run(() -> assertMode(false, StrictLoading.Mode.WARN));
		assertThat(this.unitOfWork.strict(StrictLoading.Mode.FAIL).call(this.unitOfWork::strictMode))
			.isEqualTo(StrictLoading.Mode.FAIL);
	}

	@Test
	void isAUnit() {
		this.unitOfWork.strict(StrictLoading.Mode.FAIL).run(() -> assertThat(this.unitOfWork.current()).isNotNull());
	}

	@Test
	void joinsAnotherUnit() {
		this.unitOfWork.run(() -> {
			CurrentUnit unit = this.unitOfWork.current();
			this.unitOfWork.strict(StrictLoading.Mode.FAIL)
				.run(() -> assertThat(this.unitOfWork.current()).isSameAs(unit));
			assertMode(false, null);
		});
	}

	@Test
	void isNaiveAndStrictInEitherOrder() {
		this.unitOfWork.naive().strict(StrictLoading.Mode.FAIL).run(() -> assertMode(true, StrictLoading.Mode.FAIL));
		this.unitOfWork.strict(StrictLoading.Mode.FAIL).naive().run(() -> assertMode(true, StrictLoading.Mode.FAIL));
	}

	@Test
	void theLastModeCounts() {
		this.unitOfWork.strict(StrictLoading.Mode.FAIL)
			.strict(StrictLoading.Mode.OFF)
			.run(() -> assertMode(false, StrictLoading.Mode.OFF));
	}

	@Test
	void innerWorkKeepsWhatItDoesNotSet() {
		UnitOfWork strict = this.unitOfWork.strict(StrictLoading.Mode.FAIL);
		strict.run(() -> {
			this.unitOfWork.run(() -> assertMode(false, StrictLoading.Mode.FAIL));
			this.unitOfWork.naive().run(() -> assertMode(true, StrictLoading.Mode.FAIL));
			this.unitOfWork.strict(StrictLoading.Mode.OFF).run(() -> assertMode(false, StrictLoading.Mode.OFF));
			assertMode(false, StrictLoading.Mode.FAIL);
		});
	}

	@Test
	void endsWithAnException() {
		UnitOfWork strict = this.unitOfWork.strict(StrictLoading.Mode.FAIL).naive();
		assertThatIllegalStateException().isThrownBy(() -> strict.run(() -> {
			throw new IllegalStateException("fails");
		}));
		assertMode(false, null);
	}

	@Test
	void isOfOneThread() {
		this.unitOfWork.strict(StrictLoading.Mode.FAIL)
			.run(() -> assertThat(CompletableFuture.supplyAsync(this.unitOfWork::strictMode).join()).isNull());
	}

	@Test
	@SuppressWarnings("NullAway")
	void needsAMode() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.unitOfWork.strict(null))
			.withMessage("'mode' must not be null");
	}

	private void assertMode(boolean naive, StrictLoading.@Nullable Mode strict) {
		assertThat(this.unitOfWork.isNaive()).isEqualTo(naive);
		assertThat(this.unitOfWork.strictMode()).isEqualTo(strict);
	}

}
