package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Profile {

	@Id
	private Long id;

	private String headline;

	private final BelongsTo<Author, Long> author = belongsTo(this);

	Long id() {
		return id;
	}

	String headline() {
		return headline;
	}

	Profile headline(String headline) {
		this.headline = headline;
		return this;
	}

	BelongsTo<Author, Long> author() {
		return author;
	}

}
