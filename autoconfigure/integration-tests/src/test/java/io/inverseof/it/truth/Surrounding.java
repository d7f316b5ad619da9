package io.inverseof.it.truth;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the steps of a block run in.
 */
enum Surrounding {

	UNIT(-1, false),

	TRANSACTION(TransactionDefinition.PROPAGATION_REQUIRED, false),

	ROLLED_BACK(TransactionDefinition.PROPAGATION_REQUIRES_NEW, true),

	REQUIRES_NEW(TransactionDefinition.PROPAGATION_REQUIRES_NEW, false),

	NESTED(TransactionDefinition.PROPAGATION_NESTED, false),

	NESTED_ROLLED_BACK(TransactionDefinition.PROPAGATION_NESTED, true);

	private final int propagation;

	private final boolean rollback;

	Surrounding(int propagation, boolean rollback) {
		this.propagation = propagation;
		this.rollback = rollback;
	}

	boolean rollsBack() {
		return this.rollback;
	}

	boolean suspends() {
		return this.propagation == TransactionDefinition.PROPAGATION_REQUIRES_NEW;
	}

	void run(Application application, Runnable work) {
		if (this == UNIT) {
			application.unitOfWork().run(work);
			return;
		}
		TransactionTemplate transaction = new TransactionTemplate(application.transactionManager());
		transaction.setPropagationBehavior(this.propagation);
		transaction.executeWithoutResult((status) -> {
			work.run();
			if (this.rollback) {
				status.setRollbackOnly();
			}
		});
	}

}
