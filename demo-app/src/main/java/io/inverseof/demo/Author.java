package io.inverseof.demo;

import io.inverseof.HasMany;
import io.inverseof.HasOne;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Somebody who writes posts. The keys of both associations are columns of the other
 * tables: {@code post.author_id} and {@code profile.author_id}.
 */
public class Author {

	@Id
	private Long id;

	private String name;

	private final HasMany<Post> posts = hasMany(this);

	private final HasOne<Profile> profile = hasOne(this);

	public Long id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public HasMany<Post> posts() {
		return this.posts;
	}

	public HasOne<Profile> profile() {
		return this.profile;
	}

}
