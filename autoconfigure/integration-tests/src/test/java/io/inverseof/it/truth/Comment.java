package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import io.inverseof.InverseOf;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A record that enters the has-many of its post when it loads the post.
 */
record Comment(@Id @Nullable Long id, String body, @InverseOf("comments") BelongsTo<Post, Long> post) implements Row {

	@Override
	public String label() {
		return this.body;
	}

}
