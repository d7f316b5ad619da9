package io.inverseof.test;

import io.inverseof.BelongsTo;
import io.inverseof.NoInverse;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Post {

	@Id
	private Long id;

	private String title;

	private final BelongsTo<Author, Long> author = belongsTo(this);

	@NoInverse
	private final BelongsTo<Author, Long> reviewer = belongsTo(this);

	Post titled(String title) {
		this.title = title;
		return this;
	}

	String title() {
		return this.title;
	}

	BelongsTo<Author, Long> author() {
		return this.author;
	}

	BelongsTo<Author, Long> reviewer() {
		return this.reviewer;
	}

}
