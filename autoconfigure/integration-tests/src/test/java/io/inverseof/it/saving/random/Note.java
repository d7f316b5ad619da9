package io.inverseof.it.saving.random;

import io.inverseof.BelongsTo;
import io.inverseof.it.saving.failing.Entity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A record, of which saving makes another one.
 */
record Note(@Id @Nullable Long id, String name, BelongsTo<Node, Long> node) implements Entity {

	@Override
	public String label() {
		return this.name;
	}

}
