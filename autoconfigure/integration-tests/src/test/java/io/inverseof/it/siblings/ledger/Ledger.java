package io.inverseof.it.siblings.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Accounts with collections inside, and rows of several kinds that refer to them.
 */
@TestDomain
class Ledger {

	static final String SCHEMA = """
			drop table if exists account;
			drop table if exists line;
			drop table if exists note;
			drop table if exists receipt;
			drop table if exists stamp;
			create table account(id bigint primary key, name varchar(50));
			create table line(account bigint, amount int);
			create table note(id bigint primary key, kind varchar(10), account_id bigint);
			create table receipt(id bigint primary key, account_id bigint);
			create table stamp(receipt bigint, place int);
			insert into account values (1, 'a'), (2, 'b'), (3, 'c');
			insert into line values (1, 1), (1, 2), (2, 1);
			insert into note values (1, 'GOOD', 1), (2, 'GOOD', 1), (3, 'GOOD', 2), (4, 'GOOD', 3);
			insert into receipt values (1, 1), (2, 1), (3, 2), (4, 3);
			insert into stamp values (1, 1), (2, 1), (3, 1), (4, 1);
			""";

	static class Account {

		@Id
		@Nullable Long id;

		@Nullable String name;

		Set<Line> lines = new HashSet<>();

		final HasMany<Note> notes = hasMany(this);

		final HasOne<Receipt> receipt = hasOne(this);

	}

	record Line(int amount) {
	}

	enum Kind {

		GOOD

	}

	static class Note {

		@Id
		@Nullable Long id;

		@Nullable Kind kind;

		final BelongsTo<Account, Long> account = belongsTo(this);

	}

	static class Receipt {

		@Id
		@Nullable Long id;

		Set<Stamp> stamps = new HashSet<>();

		final BelongsTo<Account, Long> account = belongsTo(this);

	}

	record Stamp(int place) {
	}

	interface Accounts extends ListCrudRepository<Account, Long> {

		List<Account> findByOrderById();

	}

	interface Notes extends ListCrudRepository<Note, Long> {

		List<Note> findByOrderById();

	}

	interface Receipts extends ListCrudRepository<Receipt, Long> {

	}

}
