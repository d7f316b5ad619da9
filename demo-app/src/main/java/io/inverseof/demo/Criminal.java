package io.inverseof.demo;

import io.inverseof.HasMany;
import io.inverseof.Through;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

/**
 * Somebody who has been sentenced, or was once.
 */
public class Criminal {

	@Id
	private Long id;

	private String name;

	private final HasMany<Sentence> sentences = hasMany(this);

	@Through("sentences")
	private final HasMany<Prison> prisons = hasMany(this);

	public Long id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	void setName(String name) {
		this.name = name;
	}

	public HasMany<Sentence> sentences() {
		return this.sentences;
	}

	public HasMany<Prison> prisons() {
		return this.prisons;
	}

}
