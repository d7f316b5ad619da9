package io.inverseof.it.hosting.library;

import io.inverseof.Associations;
import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;

public class Post {

	@Id
	private @Nullable Long id;

	private final String title;

	private final BelongsTo<Author, Long> author = Associations.belongsTo(this);

	@PersistenceCreator
	Post(String title) {
		this.title = title;
	}

	public Post(String title, Author author) {
		this(title);
		this.author.set(author);
	}

	public @Nullable Long getId() {
		return this.id;
	}

	public String getTitle() {
		return this.title;
	}

	public BelongsTo<Author, Long> author() {
		return this.author;
	}

}
