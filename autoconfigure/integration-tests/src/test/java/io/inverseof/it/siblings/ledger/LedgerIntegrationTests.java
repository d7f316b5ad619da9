package io.inverseof.it.siblings.ledger;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.siblings.ledger.Ledger.Account;
import io.inverseof.it.siblings.ledger.Ledger.Accounts;
import io.inverseof.it.siblings.ledger.Ledger.Notes;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the rows of other objects must not do to the one that was asked.
 */
@OnH2
@SpringBootTest(classes = Ledger.class, properties = "inverseof.unit-of-work.max-entries=5")
@Sql(statements = Ledger.SCHEMA)
class LedgerIntegrationTests {

	@Autowired
	Accounts accounts;

	@Autowired
	Notes notes;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@Autowired
	MeterRegistry meters;

	@Autowired
	TransactionTemplate transaction;

	private Truth truth;

	@BeforeEach
	void observe() {
		this.truth = new Truth(this.statements, this.unitOfWork, this.meters);
	}

	@Test
	void aHasOneWithSeveralRowsSavesTheCollectionsOfOne() {
		this.truth.of(4, 10,
				() -> this.accounts.findByOrderById()
					.stream()
					.map((account) -> account.receipt.get().stamps.size())
					.toList());
	}

	@Test
	void aTargetOfTheSameQuerySavesItsCollections() {
		this.truth.of(() -> this.notes.findByOrderById()
			.stream()
			.limit(2)
			.map((note) -> note.account.get().lines.size())
			.toList());
	}

	@Test
	void aTargetOfABatchSavesItsCollections() {
		this.truth
			.of(() -> this.notes.findByOrderById().stream().map((note) -> note.account.get().lines.size()).toList());
	}

	@Test
	void anInverseSavesItsCollections() {
		this.truth.of(() -> this.accounts.findByOrderById()
			.stream()
			.flatMap((account) -> account.notes.stream())
			.map((note) -> note.account.get().lines.size())
			.toList());
	}

	@Test
	void aTargetOfTheUnitSavesItsCollections() {
		this.truth.of(() -> this.transaction.execute((status) -> {
			this.accounts.findByOrderById();
			return this.notes.findByOrderById().stream().map((note) -> note.account.get().lines.size()).toList();
		}));
	}

	@Test
	void savingAgainDoesNotBringBackWhatAnotherUnitRead() {
		LongStream.range(4, 44).forEach((id) -> this.jdbc.update("insert into account values (?, 'old')", id));
		this.jdbc.update("insert into note values (30, 'GOOD', 30)");
		List<Account> all = inTransaction(this.accounts::findByOrderById);
		this.jdbc.update("update account set name = 'new' where id = 30");
		String name = inTransaction(() -> {
			all.subList(10, 20).forEach(this.accounts::save);
			return this.notes.findById(30L).orElseThrow().account.get().name;
		});
		assertThat(name).isEqualTo("new");
		assertThat(all.get(29).name).isEqualTo("old");
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

	@Test
	void aRowOfAnotherOwnerThatCannotBeReadFailsOnlyThatOwner() {
		this.jdbc.update("update note set kind = 'BAD' where id = 3");
		List<Account> all = this.accounts.findByOrderById();
		assertThat(all.get(0).notes).hasSize(2);
		assertThat(all.get(2).notes).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> all.get(1).notes.size());
	}

}
