package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Loan {

	@Id
	private Long id;

	private final BelongsTo<Library, Long> library = belongsTo(this); // NOT NULL

	private final BelongsTo<Reader, Long> reader = belongsTo(this); // NOT NULL

	Long id() {
		return id;
	}

	BelongsTo<Library, Long> library() {
		return library;
	}

	BelongsTo<Reader, Long> reader() {
		return reader;
	}

}
