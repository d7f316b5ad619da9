package io.inverseof.it.docs;

import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

class Customer {

	@Id
	private Long id;

	private String name;

	private final HasMany<Invoice> invoices = hasMany(this);

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	Customer name(String name) {
		this.name = name;
		return this;
	}

	HasMany<Invoice> invoices() {
		return invoices;
	}

}
