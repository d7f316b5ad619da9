package io.inverseof.it.lazyloading;

import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

class Author {

	@Id
	@Nullable Long id;

	@Nullable String name;

	final HasMany<Post> posts = hasMany(this);

	@ScopedBy(Latest.class)
	final HasMany<Post> latestPosts = hasMany(this);

	final HasOne<Profile> profile = hasOne(this);

}
