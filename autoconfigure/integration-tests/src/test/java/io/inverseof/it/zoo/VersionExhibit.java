package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Versions and optimistic locking.
 */
final class VersionExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE ledger (id ${identity}, version BIGINT, text VARCHAR(100));
				CREATE TABLE entry (ledger BIGINT, text VARCHAR(100));
				CREATE TABLE bill (id ${identity}, version INT, text VARCHAR(100));
				CREATE TABLE receipt (id VARCHAR(10) PRIMARY KEY, version INT, text VARCHAR(100));
				""";
	}

	@Scene
	void countsVersions(Visit visit) {
		Ledgers ledgers = visit.get(Ledgers.class);
		Ledger ledger = visit.saw(ledgers.save(new Ledger("first")));
		ledger.text = "second";
		ledger.entries.add(new Entry("new"));
		visit.saw(ledgers.save(ledger));
		visit.saw(ledgers.findAll());
		visit.saw(ledgers.saveAll(List.of(ledger, new Ledger("other"))));
		visit.saw(ledgers.findAll());
	}

	@Scene
	void refusesAStaleUpdate(Visit visit) {
		Ledgers ledgers = visit.get(Ledgers.class);
		Ledger ledger = ledgers.save(new Ledger("first"));
		Ledger stale = ledgers.findById(ledger.id).orElseThrow();
		ledgers.save(ledger);
		stale.text = "stale";
		visit.sawFailure(() -> ledgers.save(stale));
		visit.saw(stale);
		stale.version = 0L;
		visit.sawFailure(() -> ledgers.saveAll(List.of(stale, new Ledger("never"))));
		visit.saw(ledgers.findAll());
	}

	@Scene
	void refusesAStaleDelete(Visit visit) {
		Ledgers ledgers = visit.get(Ledgers.class);
		Ledger ledger = ledgers.save(new Ledger("first"));
		Ledger stale = ledgers.findById(ledger.id).orElseThrow();
		ledgers.save(ledger);
		visit.sawFailure(() -> ledgers.delete(stale));
		visit.sawFailure(() -> ledgers.deleteAll(List.of(stale)));
		visit.saw(ledgers.findAll());
		ledgers.delete(ledger);
		visit.saw(ledgers.count());
	}

	@Scene
	void ignoresVersionsWhenDeletingById(Visit visit) {
		visit.get(Ledgers.class).save(new Ledger("first"));
		visit.get(Ledgers.class).deleteById(1L);
		visit.saw(visit.get(Ledgers.class).findAll());
		visit.sawFailure(() -> visit.template().update(new Bill(9L, 1, "nothing")));
	}

	@Scene
	void copiesRecordsWithVersions(Visit visit) {
		Bill bill = visit.saw(visit.template().save(new Bill(null, null, "first")));
		Bill changed = visit.saw(visit.template().save(new Bill(bill.id(), bill.version(), "second")));
		visit.sawFailure(() -> visit.template().save(bill));
		visit.saw(visit.template().updateAll(List.of(changed)));
		visit.saw(visit.template().insertAll(List.of(new Bill(null, null, "a"), new Bill(null, null, "b"))));
		visit.sawFailure(() -> visit.template().delete(bill));
		visit.saw(visit.template().findAll(Bill.class));
	}

	@Scene
	void takesAPrimitiveVersionOfZeroForNew(Visit visit) {
		Receipt receipt = visit.saw(visit.template().save(new Receipt("r1", "first")));
		visit.saw(visit.template().save(receipt));
		visit.saw(visit.template().findAll(Receipt.class));
	}

	interface Ledgers extends ListCrudRepository<Ledger, Long> {

	}

	static class Ledger {

		@Id
		@Nullable Long id;

		@Version
		@Nullable Long version;

		String text;

		Set<Entry> entries = new LinkedHashSet<>();

		Ledger(String text) {
			this.text = text;
		}

	}

	record Entry(String text) {

	}

	record Bill(@Id @Nullable Long id, @Version @Nullable Integer version, String text) {

	}

	static class Receipt {

		@Id
		String id;

		@Version
		int version;

		String text;

		Receipt(String id, String text) {
			this.id = id;
			this.text = text;
		}

	}

}
