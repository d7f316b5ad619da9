package io.inverseof.it.docs;

import io.inverseof.Dependent;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

class Reader {

	@Id
	private Long id;

	private String name;

	@Dependent(Dependent.Action.NULLIFY)
	private final HasMany<Loan> loans = hasMany(this);

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	HasMany<Loan> loans() {
		return loans;
	}

}
