package io.inverseof.it.unitofwork;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

class Node {

	@Id
	@Nullable Long id;

	@Nullable String name;

	final BelongsTo<Node, Long> parent = belongsTo(this);

	final HasMany<Node> children = hasMany(this);

}
