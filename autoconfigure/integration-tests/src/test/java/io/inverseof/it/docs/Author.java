package io.inverseof.it.docs;

import io.inverseof.HasMany;
import io.inverseof.HasOne;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

// tag::author[]
public class Author {

	@Id
	private Long id;

	private String name;

	private final HasMany<Post> posts = hasMany(this); // no column here: post.author_id

	private final HasOne<Profile> profile = hasOne(this); // no column: profile.author_id

	public HasMany<Post> posts() {
		return posts;
	}

	public HasOne<Profile> profile() {
		return profile;
	}

	// end::author[]
	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public Author name(String name) {
		this.name = name;
		return this;
	}
	// tag::author[]

}
// end::author[]
