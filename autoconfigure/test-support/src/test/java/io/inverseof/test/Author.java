package io.inverseof.test;

import io.inverseof.HasMany;
import io.inverseof.HasOne;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

class Author {

	@Id
	private Long id;

	private String name;

	private final HasMany<Post> posts = hasMany(this);

	private final HasOne<Profile> profile = hasOne(this);

	Long id() {
		return this.id;
	}

	Author named(String name) {
		this.name = name;
		return this;
	}

	String name() {
		return this.name;
	}

	HasMany<Post> posts() {
		return this.posts;
	}

	HasOne<Profile> profile() {
		return this.profile;
	}

}
