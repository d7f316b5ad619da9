package io.inverseof.it.saving.random;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.it.saving.failing.Entity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Refers to its own class in two ways, so that programs build trees and circles.
 */
class Node implements Entity {

	@Id
	@Nullable Long id;

	@Version
	@Nullable Integer version;

	String name = "";

	final BelongsTo<Node, Long> parent = belongsTo(this);

	@InverseOf("fans")
	final BelongsTo<Node, Long> friend = belongsTo(this);

	@ForeignKey("parent_id")
	final HasMany<Node> children = hasMany(this);

	@ForeignKey("friend_id")
	final HasMany<Node> fans = hasMany(this);

	final HasMany<Note> notes = hasMany(this);

	final HasOne<Badge> badge = hasOne(this);

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
