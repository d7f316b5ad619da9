package io.inverseof.it.unitofwork;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which unit is the current one.
 */
abstract class PropagationTests extends UnitOfWorkTest {

	@Test
	void requiredJoins() {
		inTransaction(() -> {
			Author ann = author(1);
			propagating(TransactionDefinition.PROPAGATION_REQUIRED,
					() -> assertThat(post(1).author.get()).isSameAs(ann));
		});
	}

	@Test
	void requiresNewGetsItsOwnAndTheOuterComesBack() {
		inTransaction(() -> {
			Author outer = author(1);
			inNewTransaction(() -> {
				Author inner = post(1).author.get();
				assertThat(inner).isNotSameAs(outer);
				assertThat(post(2).author.get()).isSameAs(inner);
			});
			assertThat(post(1).author.get()).isSameAs(outer);
		});
		assertThat(this.observations.endedUnits()).containsExactly(3, 2);
	}

	@Test
	void requiresNewInsideRunGetsItsOwnOnceTheOuterTransactionIsInUse() {
		this.unitOfWork.run(() -> inTransaction(() -> {
			Author outer = author(1);
			inNewTransaction(() -> assertThat(post(1).author.get()).isNotSameAs(outer));
			assertThat(post(1).author.get()).isSameAs(outer);
		}));
	}

	@Test
	void aRollbackOfRequiresNewLeavesTheOuterAlone() {
		inTransaction(() -> {
			Post post = post(1);
			Author outer = post.author.get();
			TransactionTemplate template = new TransactionTemplate(this.transactionManager);
			template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			template.executeWithoutResult((status) -> {
				post(2).author.get();
				status.setRollbackOnly();
			});
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(outer)).none();
		});
	}

	@Test
	void notSupportedHasNoUnit() {
		inTransaction(() -> {
			Author outer = author(1);
			propagating(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, () -> {
				assertThat(post(1).author.get()).isNotSameAs(outer);
				Author alone = author(1);
				assertThat(post(1).author.get()).isNotSameAs(alone);
			});
			assertThat(post(1).author.get()).isSameAs(outer);
		});
	}

	@Test
	void runWithinNotSupportedHasItsOwn() {
		inTransaction(() -> {
			Author outer = author(1);
			propagating(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, () -> this.unitOfWork.run(() -> {
				Author inner = author(1);
				assertThat(post(1).author.get()).isSameAs(inner).isNotSameAs(outer);
			}));
			assertThat(post(1).author.get()).isSameAs(outer);
		});
	}

	@Test
	void supportsAloneHasNoUnit() {
		propagating(TransactionDefinition.PROPAGATION_SUPPORTS, () -> {
			Author ann = author(1);
			assertThat(post(1).author.get()).isNotSameAs(ann);
		});
	}

	@Test
	void nestedShares() {
		inTransaction(() -> {
			Author ann = author(1);
			propagating(TransactionDefinition.PROPAGATION_NESTED, () -> assertThat(post(1).author.get()).isSameAs(ann));
		});
	}

	@Test
	void aReadOnlyTransactionIsAUnit() {
		TransactionTemplate readOnly = new TransactionTemplate(this.transactionManager);
		readOnly.setReadOnly(true);
		readOnly.executeWithoutResult((status) -> {
			Author ann = author(1);
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void theNextTransactionBeginsAnew() {
		List<Author> loaded = new ArrayList<>();
		inTransaction(() -> loaded.add(author(1)));
		inTransaction(() -> assertThat(post(1).author.get()).isNotSameAs(loaded.get(0)));
	}

	@Test
	void runIsAUnit() {
		this.unitOfWork.run(() -> {
			Author ann = author(1);
			assertThat(post(1).author.get()).isSameAs(ann);
		});
		assertThat(this.observations.endedUnits()).hasSize(1);
	}

	@Test
	void callReturnsItsResult() {
		assertThat(this.unitOfWork.call(() -> author(1).name)).isEqualTo("Ann");
	}

	@Test
	void anInnerRunJoins() {
		this.unitOfWork.run(() -> {
			Author ann = author(1);
			this.unitOfWork.run(() -> assertThat(post(1).author.get()).isSameAs(ann));
			assertThat(post(2).author.get()).isSameAs(ann);
		});
		assertThat(this.observations.endedUnits()).hasSize(1);
	}

	@Test
	void aRunInATransactionJoins() {
		inTransaction(() -> {
			Author ann = author(1);
			this.unitOfWork.run(() -> assertThat(post(1).author.get()).isSameAs(ann));
			assertThat(post(2).author.get()).isSameAs(ann);
		});
		assertThat(this.observations.endedUnits()).hasSize(1);
	}

	@Test
	void twoTransactionsInOneRunShare() {
		this.unitOfWork.run(() -> {
			List<Author> loaded = new ArrayList<>();
			inTransaction(() -> loaded.add(author(1)));
			inTransaction(() -> assertThat(post(1).author.get()).isSameAs(loaded.get(0)));
			assertThat(post(2).author.get()).isSameAs(loaded.get(0));
		});
	}

	@Test
	void anExceptionEndsTheUnit() {
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			author(1);
			throw new IllegalStateException("stop");
		})).withMessage("stop");
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(this.observations.endedUnits()).hasSize(1);
	}

	@Test
	void anExceptionInANaivePieceOfWorkEndsIt() {
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.naive().run(() -> {
			throw new IllegalStateException("stop");
		}));
		inTransaction(() -> {
			Author ann = author(1);
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void aRollbackInRunForgetsWhatItLoaded() {
		this.unitOfWork.run(() -> {
			List<Author> loaded = new ArrayList<>();
			rolledBack(() -> loaded.add(author(1)));
			assertThat(post(1).author.get()).isNotSameAs(loaded.get(0));
		});
	}

	@Test
	void callbacksAfterCommitUseTheUnit() {
		List<Author> found = new ArrayList<>();
		inTransaction(() -> {
			found.add(author(1));
			synchronize(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					found.add(post(1).author.get());
				}
			});
		});
		assertThat(found.get(1)).isSameAs(found.get(0));
	}

	@Test
	void aUnitMayBeginAfterCommit() {
		List<Author> found = new ArrayList<>();
		inTransaction(() -> synchronize(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				found.add(author(1));
				found.add(post(1).author.get());
			}
		}));
		assertThat(found.get(1)).isSameAs(found.get(0));
	}

	@Test
	void callbacksAfterCompletionLoadWithoutAUnit() {
		List<Author> found = new ArrayList<>();
		inTransaction(() -> {
			Post post = post(1);
			found.add(author(2));
			synchronize(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					found.add(post.author.get());
				}
			});
		});
		assertThat(found.get(1).name).isEqualTo("Ann");
	}

	@Test
	void callbacksAfterARollbackFindAssociationsThatForgot() {
		List<Boolean> loaded = new ArrayList<>();
		Post post = post(1);
		this.transaction.executeWithoutResult((status) -> {
			synchronize(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					loaded.add(post.author.isLoaded());
				}
			});
			post.author.get();
			status.setRollbackOnly();
		});
		assertThat(loaded).containsExactly(false);
	}

	@Test
	void aTransactionAfterCompletionHasItsOwn() {
		List<Author> found = new ArrayList<>();
		inTransaction(() -> {
			synchronize(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					inNewTransaction(() -> found.add(post(1).author.get()));
				}
			});
			found.add(author(1));
		});
		assertThat(found.get(1)).isNotSameAs(found.get(0));
	}

	private static void synchronize(TransactionSynchronization synchronization) {
		TransactionSynchronizationManager.registerSynchronization(synchronization);
	}

}
