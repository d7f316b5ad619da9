package io.inverseof.it.hosting.library;

import io.inverseof.Associations;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

public class Author {

	@Id
	private @Nullable Long id;

	private final String name;

	private final HasMany<Post> posts = Associations.hasMany(this);

	public Author(String name) {
		this.name = name;
	}

	public @Nullable Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public HasMany<Post> posts() {
		return this.posts;
	}

}
