package io.inverseof.it.docs;

import io.inverseof.HasMany;
import io.inverseof.Through;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::through-target[]
class Criminal {

	@Id
	private Long id;

	private final HasMany<Sentence> sentences = hasMany(this);

	@Through("sentences")
	private final HasMany<Prison> prisons = hasMany(this);

	// end::through-target[]
	private String name;

	Long id() {
		return id;
	}

	Criminal name(String name) {
		this.name = name;
		return this;
	}

	String name() {
		return name;
	}

	HasMany<Sentence> sentences() {
		return sentences;
	}

	HasMany<Prison> prisons() {
		return prisons;
	}

}
