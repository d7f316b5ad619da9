package io.inverseof.it.siblings.rules;

import java.util.List;

import io.inverseof.AssociationScope;
import io.inverseof.BatchSize;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Twenty customers with three orders each, worth 1, 2 and 3.
 */
@TestDomain
class Shop {

	static final String SCHEMA = """
			drop table if exists purchase;
			drop table if exists customer;
			create table customer(id bigint primary key, name varchar(50), best_id bigint);
			create table purchase(id bigint primary key, worth int, customer_id bigint);
			insert into customer values (1, 'c1', 1), (2, 'c2', 22), (3, 'c3', 43), (4, 'c4', 4), (5, 'c5', 25), (6, 'c6', 46),
				(7, 'c7', 7), (8, 'c8', 28), (9, 'c9', 49), (10, 'c10', 10), (11, 'c11', 31), (12, 'c12', 52), (13, 'c13', 13),
				(14, 'c14', 34), (15, 'c15', 55), (16, 'c16', 16), (17, 'c17', 37), (18, 'c18', 58), (19, 'c19', 19),
				(20, 'c20', null);
			insert into purchase select id, 1, id from customer;
			insert into purchase select id + 20, 2, id from customer;
			insert into purchase select id + 40, 3, id from customer;
			""";

	static class Customer {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final HasMany<Purchase> purchases = hasMany(this);

		@BatchSize(4)
		final HasMany<Purchase> byFour = hasMany(this);

		@BatchSize(1)
		final HasMany<Purchase> alone = hasMany(this);

		@ScopedBy(Valuable.class)
		final HasMany<Purchase> valuable = hasMany(this);

		@ScopedBy(ByWorth.class)
		final HasMany<Purchase> sorted = hasMany(this);

		@ScopedBy(Top.class)
		final HasMany<Purchase> top = hasMany(this);

		final HasOne<Purchase> any = hasOne(this);

		@ScopedBy(Valuable.class)
		final HasOne<Purchase> firstValuable = hasOne(this);

		@ScopedBy(ByWorth.class)
		final HasOne<Purchase> mostValuable = hasOne(this);

		@ScopedBy(Top.class)
		final HasOne<Purchase> limited = hasOne(this);

		@ScopedBy(Valuable.class)
		final BelongsTo<Purchase, Long> best = belongsTo(this);

	}

	static class Purchase {

		@Id
		@Nullable Long id;

		int worth;

		final BelongsTo<Customer, Long> customer = belongsTo(this);

	}

	static class Valuable implements AssociationScope {

		@Override
		public org.springframework.data.relational.core.query.Query query() {
			return org.springframework.data.relational.core.query.Query.query(Criteria.where("worth").greaterThan(1));
		}

	}

	static class ByWorth implements AssociationScope {

		@Override
		public org.springframework.data.relational.core.query.Query query() {
			return org.springframework.data.relational.core.query.Query.empty().sort(Sort.by("worth").descending());
		}

	}

	static class Top implements AssociationScope {

		@Override
		public org.springframework.data.relational.core.query.Query query() {
			return new ByWorth().query().limit(2);
		}

	}

	interface Customers extends ListCrudRepository<Customer, Long> {

		List<Customer> findByOrderById();

		@Query("select c.* from customer c join purchase p on p.customer_id = c.id order by c.id")
		List<Customer> findOnceForEachPurchase();

	}

	interface Purchases extends ListCrudRepository<Purchase, Long> {

		List<Purchase> findByOrderById();

	}

}
