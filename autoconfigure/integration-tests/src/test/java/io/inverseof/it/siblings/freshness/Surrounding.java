package io.inverseof.it.siblings.freshness;

import io.inverseof.UnitOfWork;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a batch, a write and a first read happen.
 */
enum Surrounding {

	NOTHING {

		@Override
		void around(UnitOfWork unitOfWork, TransactionTemplate transaction, Runnable work) {
			work.run();
		}

	},

	UNIT_OF_WORK {

		@Override
		void around(UnitOfWork unitOfWork, TransactionTemplate transaction, Runnable work) {
			unitOfWork.run(work);
		}

	},

	TRANSACTION {

		@Override
		void around(UnitOfWork unitOfWork, TransactionTemplate transaction, Runnable work) {
			transaction.executeWithoutResult((status) -> work.run());
		}

	},

	NEW_TRANSACTION {

		@Override
		void around(UnitOfWork unitOfWork, TransactionTemplate transaction, Runnable work) {
			TransactionTemplate another = new TransactionTemplate(transaction.getTransactionManager());
			another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			another.executeWithoutResult((status) -> work.run());
		}

	};

	abstract void around(UnitOfWork unitOfWork, TransactionTemplate transaction, Runnable work);

}
