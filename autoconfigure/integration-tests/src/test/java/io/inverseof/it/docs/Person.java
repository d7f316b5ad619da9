package io.inverseof.it.docs;

import io.inverseof.ForeignKey;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

class Person {

	@Id
	private Long id;

	private String name;

	// tag::two-has-many[]
	@ForeignKey("writer_id")
	private final HasMany<Article> written = hasMany(this); // inverse: Article.writer

	@ForeignKey("editor_id")
	private final HasMany<Article> edited = hasMany(this); // inverse: Article.editor

	// end::two-has-many[]
	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	Person name(String name) {
		this.name = name;
		return this;
	}

	HasMany<Article> written() {
		return written;
	}

	HasMany<Article> edited() {
		return edited;
	}

}
