package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

/**
 * Refers to one class twice.
 */
class Post implements Labelled {

	@Id
	@Nullable Long id;

	String title = "";

	boolean published;

	final BelongsTo<Author, Long> author = belongsTo(this);

	final BelongsTo<Author, Long> editor = belongsTo(this);

	final HasMany<Comment> comments = hasMany(this);

	final HasMany<Badge> badges = hasMany(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.title + (this.published ? " published" : "");
	}

	@Override
	public void relabel(String label) {
		this.title = label;
	}

}
