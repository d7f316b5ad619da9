package io.inverseof.it.unitofwork;

import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

class Author {

	@Id
	@Nullable Long id;

	@Nullable String name;

	final HasMany<Post> posts = hasMany(this);

	final HasOne<Profile> profile = hasOne(this);

	static Author named(String name) {
		Author author = new Author();
		author.name = name;
		return author;
	}

}
