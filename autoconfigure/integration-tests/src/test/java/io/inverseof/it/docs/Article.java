package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Article {

	@Id
	private Long id;

	private String title;

	// tag::two-belongs-to[]
	private final BelongsTo<Person, Long> writer = belongsTo(this); // writer_id

	private final BelongsTo<Person, Long> editor = belongsTo(this); // editor_id

	// end::two-belongs-to[]
	Long id() {
		return id;
	}

	String title() {
		return title;
	}

	Article title(String title) {
		this.title = title;
		return this;
	}

	BelongsTo<Person, Long> writer() {
		return writer;
	}

	BelongsTo<Person, Long> editor() {
		return editor;
	}

}
