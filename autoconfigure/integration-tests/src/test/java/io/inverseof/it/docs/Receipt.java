package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Receipt {

	@Id
	private Long id;

	private final Long customerId;

	@ForeignKey("customer_id")
	private final BelongsTo<Customer, Long> customer = belongsTo(this);

	Receipt(Long customerId) {
		this.customerId = customerId;
	}

	Long id() {
		return id;
	}

	Long customerId() {
		return customerId;
	}

	BelongsTo<Customer, Long> customer() {
		return customer;
	}

}
