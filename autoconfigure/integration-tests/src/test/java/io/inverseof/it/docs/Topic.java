package io.inverseof.it.docs;

import java.time.Instant;

import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::topic[]
class Topic {

	@Id
	private Long id;

	private int repliesCount;

	private Instant activeAt;

	private final HasMany<Reply> replies = hasMany(this);

	// end::topic[]
	Long id() {
		return id;
	}

	int repliesCount() {
		return repliesCount;
	}

	Instant activeAt() {
		return activeAt;
	}

	HasMany<Reply> replies() {
		return replies;
	}

}
