package io.inverseof.test;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Profile {

	@Id
	private Long id;

	private final BelongsTo<Author, Long> author = belongsTo(this);

	BelongsTo<Author, Long> author() {
		return this.author;
	}

}
