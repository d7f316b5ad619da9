package io.inverseof.demo;

import io.inverseof.HasMany;
import io.inverseof.HasOne;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Somebody who writes posts. The keys of the associations are columns of the other
 * tables: {@code post.author_id} and {@code profile.author_id}.
 */
public class Author {

	@Id
	private Long id;

	private String name;

	private final HasMany<Post> posts = hasMany(this);

	private final HasMany<Tweet> tweets = hasMany(this);

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

	/**
	 * Returns those of the posts that are tweets.
	 * @return the tweets
	 */
	public HasMany<Tweet> tweets() {
		return this.tweets;
	}

	public HasOne<Profile> profile() {
		return this.profile;
	}

}
