package io.inverseof.it.docs;

import io.inverseof.HasMany;
import io.inverseof.Through;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::through[]
class Prison {

	@Id
	private Long id;

	private final HasMany<Sentence> sentences = hasMany(this);

	@Through("sentences")
	private final HasMany<Criminal> criminals = hasMany(this);

	// end::through[]
	private String name;

	Long id() {
		return id;
	}

	Prison name(String name) {
		this.name = name;
		return this;
	}

	String name() {
		return name;
	}

	HasMany<Sentence> sentences() {
		return sentences;
	}

	HasMany<Criminal> criminals() {
		return criminals;
	}

}
