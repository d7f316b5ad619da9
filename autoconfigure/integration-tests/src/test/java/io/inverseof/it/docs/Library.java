package io.inverseof.it.docs;

import io.inverseof.Dependent;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::dependents[]
class Library {

	@Id
	private Long id;

	private String name;

	@Dependent(Dependent.Action.DESTROY)
	private final HasMany<Volume> volumes = hasMany(this);

	@Dependent(Dependent.Action.DELETE)
	private final HasMany<Visit> visits = hasMany(this);

	@Dependent(Dependent.Action.NULLIFY)
	private final HasMany<Chair> chairs = hasMany(this);

	@Dependent(Dependent.Action.RESTRICT)
	private final HasMany<Loan> loans = hasMany(this);

	// end::dependents[]
	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	Library name(String name) {
		this.name = name;
		return this;
	}

	HasMany<Volume> volumes() {
		return volumes;
	}

	HasMany<Visit> visits() {
		return visits;
	}

	HasMany<Chair> chairs() {
		return chairs;
	}

	HasMany<Loan> loans() {
		return loans;
	}
	// tag::dependents[]

}
// end::dependents[]
