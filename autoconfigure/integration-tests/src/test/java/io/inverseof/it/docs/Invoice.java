package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::follows[]
public class Invoice {

	@Id
	private Long id;

	private Long customerId; // stays as it is

	@ForeignKey("customer_id") // follows customerId
	private final BelongsTo<Customer, Long> customer = belongsTo(this);

	// end::follows[]
	Long id() {
		return id;
	}

	Long customerId() {
		return customerId;
	}

	void customerId(Long customerId) {
		this.customerId = customerId;
	}

	BelongsTo<Customer, Long> customer() {
		return customer;
	}
	// tag::follows[]

}
// end::follows[]
