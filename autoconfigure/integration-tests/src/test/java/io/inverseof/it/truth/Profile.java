package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * The other side of a has-one. There is at most one for each author.
 */
class Profile implements Labelled {

	@Id
	@Nullable Long id;

	String bio = "";

	final BelongsTo<Author, Long> author = belongsTo(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.bio;
	}

	@Override
	public void relabel(String label) {
		this.bio = label;
	}

}
