package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.BatchSize;
import io.inverseof.HasMany;
import io.inverseof.StrictLoading;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

class Order {

	@Id
	private Long id;

	private Set<OrderLine> lines = new LinkedHashSet<>();

	private List<Discount> discounts = new ArrayList<>();

	// tag::batch-size[]
	@BatchSize(20)
	private final HasMany<Payment> payments = hasMany(this);

	// end::batch-size[]
	// tag::strict-loading[]
	@StrictLoading
	private final HasMany<Shipment> shipments = hasMany(this);

	// end::strict-loading[]
	Long id() {
		return id;
	}

	Set<OrderLine> lines() {
		return lines;
	}

	List<Discount> discounts() {
		return discounts;
	}

	HasMany<Payment> payments() {
		return payments;
	}

	HasMany<Shipment> shipments() {
		return shipments;
	}

}
