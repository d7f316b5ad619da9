package io.inverseof.it.unitofwork;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Award {

	@Id
	@Nullable Long id;

	final BelongsTo<Badge, Long> badge = belongsTo(this);

}
