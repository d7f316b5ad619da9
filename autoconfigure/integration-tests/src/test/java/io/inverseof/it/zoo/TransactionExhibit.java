package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is read and written in transactions, where nothing may be remembered from one
 * statement to the next.
 */
final class TransactionExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE account (id ${identity}, name VARCHAR(100), amount INT);
				CREATE TABLE posting (account BIGINT, text VARCHAR(100));
				""";
	}

	@Scene
	void readsAgainWhatItHasRead(Visit visit) {
		visit.transaction().executeWithoutResult((status) -> {
			Accounts accounts = visit.get(Accounts.class);
			Account saved = visit.saw(accounts.save(new Account("a", 1)));
			Account found = visit.saw(accounts.findById(saved.id).orElseThrow());
			found.amount = 99;
			visit.saw(accounts.findById(saved.id));
			visit.saw(accounts.findAll());
			visit.saw(accounts.findByName("a"));
		});
	}

	@Scene
	void seesWhatOthersChangedBehindItsBack(Visit visit) {
		visit.transaction().executeWithoutResult((status) -> {
			Accounts accounts = visit.get(Accounts.class);
			accounts.save(new Account("a", 1));
			visit.saw(accounts.findAll());
			visit.jdbc().update("UPDATE account SET amount = 5");
			visit.saw(accounts.findById(1L));
			visit.saw(accounts.raise(10));
			visit.saw(accounts.findById(1L));
			accounts.deleteByName("a");
			visit.saw(accounts.findById(1L));
			visit.saw(accounts.findAll());
		});
	}

	@Scene(inTransaction = false)
	void rollsBack(Visit visit) {
		Accounts accounts = visit.get(Accounts.class);
		Account kept = accounts.save(new Account("kept", 1));
		visit.transaction().executeWithoutResult((status) -> {
			accounts.save(new Account("gone", 2));
			kept.amount = 3;
			accounts.save(kept);
			visit.saw(accounts.findAll());
			status.setRollbackOnly();
		});
		visit.saw(kept);
		visit.saw(accounts.findAll());
	}

	@Scene(inTransaction = false)
	void rollsBackToSavepoints(Visit visit) {
		Accounts accounts = visit.get(Accounts.class);
		TransactionTemplate nested = visit.transaction();
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		visit.transaction().executeWithoutResult((status) -> {
			accounts.save(new Account("outer", 1));
			nested.executeWithoutResult((inner) -> {
				accounts.save(new Account("inner", 2));
				visit.saw(accounts.findAll());
				inner.setRollbackOnly();
			});
			visit.saw(accounts.findAll());
		});
		visit.saw(accounts.findAll());
	}

	@Scene(inTransaction = false)
	void suspendsTransactions(Visit visit) {
		Accounts accounts = visit.get(Accounts.class);
		TransactionTemplate separate = visit.transaction();
		separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		visit.transaction().executeWithoutResult((status) -> {
			accounts.save(new Account("outer", 1));
			separate.executeWithoutResult((other) -> {
				visit.saw(accounts.findAll());
				accounts.save(new Account("other", 2));
			});
			visit.saw(accounts.findAll());
			status.setRollbackOnly();
		});
		visit.saw(accounts.findAll());
	}

	@Scene(inTransaction = false)
	void readsInAReadOnlyTransaction(Visit visit) {
		Accounts accounts = visit.get(Accounts.class);
		accounts.save(new Account("a", 1));
		TransactionTemplate reading = visit.transaction();
		reading.setReadOnly(true);
		reading.executeWithoutResult((status) -> visit.saw(accounts.findAll()));
	}

	@Scene(inTransaction = false)
	void letsExceptionsThrough(Visit visit) {
		Accounts accounts = visit.get(Accounts.class);
		visit.sawFailure(() -> visit.transaction().executeWithoutResult((status) -> {
			accounts.save(new Account("gone", 1));
			throw new IllegalStateException("of the application");
		}));
		visit.saw(accounts.count());
	}

	interface Accounts extends ListCrudRepository<Account, Long> {

		List<Account> findByName(String name);

		void deleteByName(String name);

		@Modifying
		@Query("UPDATE account SET amount = amount + :more")
		int raise(int more);

	}

	static class Account {

		@Id
		@Nullable Long id;

		String name;

		int amount;

		Set<Posting> postings = new LinkedHashSet<>();

		Account(String name, int amount) {
			this.name = name;
			this.amount = amount;
			this.postings.add(new Posting("opened"));
		}

	}

	record Posting(String text) {

	}

}
