package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Volume {

	@Id
	private Long id;

	private final BelongsTo<Library, Long> library = belongsTo(this);

	Long id() {
		return id;
	}

	BelongsTo<Library, Long> library() {
		return library;
	}

}
