package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

/**
 * Embedded objects: null or empty, with a prefix, nested, mutable or records, and with
 * collections of their own.
 */
final class EmbeddedExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE customer (
					id ${identity},
					name VARCHAR(100),
					home_street VARCHAR(100),
					home_city VARCHAR(100),
					home_geo_latitude DOUBLE PRECISION,
					home_geo_longitude DOUBLE PRECISION,
					work_street VARCHAR(100),
					work_city VARCHAR(100),
					work_geo_latitude DOUBLE PRECISION,
					work_geo_longitude DOUBLE PRECISION,
					email VARCHAR(100),
					"telephone" VARCHAR(100)
				);
				CREATE TABLE subscription (customer BIGINT, paper VARCHAR(100));
				""";
	}

	@Scene
	void savesAndReadsEmbeddedObjects(Visit visit) {
		Customer saved = visit.saw(visit.get(Customers.class).save(full("Ann")));
		visit.saw(visit.get(Customers.class).findById(saved.id));
	}

	@Scene
	void readsAbsentEmbeddedObjectsAsNullOrAsEmpty(Visit visit) {
		Customer saved = visit.saw(visit.get(Customers.class).save(new Customer()));
		visit.saw(visit.get(Customers.class).findById(saved.id));
	}

	@Scene
	void readsAnEmbeddedObjectOfWhichOnlyANestedOneIsThere(Visit visit) {
		visit.jdbc().update("INSERT INTO customer (name, home_geo_latitude) VALUES ('Bob', 1.5)");
		visit.saw(visit.get(Customers.class).findAll());
	}

	@Scene
	void updatesAndEmptiesEmbeddedObjects(Visit visit) {
		Customer customer = visit.get(Customers.class).save(full("Cid"));
		customer.home = null;
		customer.contact = new Contact("c@example.org", null, Set.of(new Subscription("Evening")));
		visit.saw(visit.get(Customers.class).save(customer));
		visit.saw(visit.get(Customers.class).findAll());
	}

	@Scene
	void findsAndSortsByEmbeddedProperties(Visit visit) {
		Customers customers = visit.get(Customers.class);
		customers.saveAll(List.of(full("Dan"), full("Eve"), new Customer()));
		visit.saw(customers.findByHomeCity("Dan City"));
		visit.saw(customers.findByHomeGeoLatitudeGreaterThan(0.5));
		visit.saw(customers.findByContactEmail("Eve@example.org"));
		visit.saw(visit.template()
			.findAll(Query.query(Criteria.where("work.city").like("%City").and("contact.phone").isNotNull()),
					Customer.class));
	}

	@Scene(inTransaction = false)
	void sortsByAnEmbeddedPropertyAsWellAsStockDoes(Visit visit) {
		visit.get(Customers.class).save(full("Gil"));
		visit.sawFailure(() -> visit.get(Customers.class).findAll(Sort.by("home.city").descending()));
		visit.saw(visit.get(Customers.class).findAll(Sort.by("contact.email")));
	}

	@Scene
	void deletesAnAggregateWithACollectionInAnEmbeddedObject(Visit visit) {
		Customer customer = visit.get(Customers.class).save(full("Fay"));
		visit.get(Customers.class).delete(customer);
		visit.saw(visit.jdbc().queryForObject("SELECT count(*) FROM subscription", Long.class));
	}

	private static Customer full(String name) {
		Customer customer = new Customer();
		customer.name = name;
		customer.home = new Address(name + " Street", name + " City", new Geo(1.0, 2.0));
		customer.work = new Address("Work Street", "Work City", null);
		Set<Subscription> subscriptions = new LinkedHashSet<>();
		subscriptions.add(new Subscription("Morning"));
		subscriptions.add(new Subscription("Weekly"));
		customer.contact = new Contact(name + "@example.org", "555", subscriptions);
		return customer;
	}

	interface Customers extends ListCrudRepository<Customer, Long>, ListPagingAndSortingRepository<Customer, Long> {

		List<Customer> findByHomeCity(String city);

		List<Customer> findByHomeGeoLatitudeGreaterThan(double latitude);

		List<Customer> findByContactEmail(String email);

	}

	static class Customer {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "home_")
		@Nullable Address home;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "work_")
		@Nullable Address work;

		@Embedded(onEmpty = OnEmpty.USE_NULL)
		@Nullable Contact contact;

	}

	static class Address {

		@Nullable String street;

		@Nullable String city;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "geo_")
		@Nullable Geo geo;

		Address() {
		}

		Address(@Nullable String street, @Nullable String city, @Nullable Geo geo) {
			this.street = street;
			this.city = city;
			this.geo = geo;
		}

	}

	record Geo(@Nullable Double latitude, @Nullable Double longitude) {

	}

	record Contact(@Nullable String email, @Column("telephone") @Nullable String phone,
			Set<Subscription> subscriptions) {

	}

	record Subscription(String paper) {

	}

}
