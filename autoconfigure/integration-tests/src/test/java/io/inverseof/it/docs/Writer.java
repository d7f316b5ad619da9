package io.inverseof.it.docs;

import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::writer[]
public class Writer {

	@Id
	private Long id;

	private final HasMany<Entry> entries = hasMany(this);

	private final HasMany<Tweet> tweets = hasMany(this);

	public HasMany<Entry> entries() {
		return entries;
	}

	public HasMany<Tweet> tweets() {
		return tweets;
	}

}
// end::writer[]
