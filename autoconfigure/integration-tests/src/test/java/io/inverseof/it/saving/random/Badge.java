package io.inverseof.it.saving.random;

import io.inverseof.BelongsTo;
import io.inverseof.it.saving.failing.Entity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import static io.inverseof.Associations.belongsTo;

/**
 * The target of a has-one.
 */
class Badge implements Entity {

	@Id
	@Nullable Long id;

	@Version
	@Nullable Integer version;

	String name = "";

	final BelongsTo<Node, Long> node = belongsTo(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.name;
	}

	@Override
	public @Nullable Integer version() {
		return this.version;
	}

}
