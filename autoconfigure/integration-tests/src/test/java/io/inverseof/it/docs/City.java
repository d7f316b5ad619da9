package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.InverseOf;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class City {

	@Id
	private Long id;

	private String name;

	// tag::inverse-of[]
	@InverseOf("cities")
	private final BelongsTo<Country, Long> country = belongsTo(this);

	// end::inverse-of[]
	Long id() {
		return id;
	}

	City name(String name) {
		this.name = name;
		return this;
	}

	BelongsTo<Country, Long> country() {
		return country;
	}

}
