package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * Sees its post only if that is published.
 */
class Badge implements Row {

	@Id
	@Nullable Long id;

	String text = "";

	@ScopedBy(Author.Published.class)
	final BelongsTo<Post, Long> post = belongsTo(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.text;
	}

}
