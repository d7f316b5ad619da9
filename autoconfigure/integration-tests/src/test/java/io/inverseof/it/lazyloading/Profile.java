package io.inverseof.it.lazyloading;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Profile {

	@Id
	@Nullable Long id;

	@Nullable String bio;

	final BelongsTo<Author, Long> author = belongsTo(this);

}
