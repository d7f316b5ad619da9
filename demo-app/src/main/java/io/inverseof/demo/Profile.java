package io.inverseof.demo;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * What an author says about themselves.
 */
public class Profile {

	@Id
	private Long id;

	private String headline;

	private String city;

	private final BelongsTo<Author, Long> author = belongsTo(this);

	public Long id() {
		return this.id;
	}

	public String headline() {
		return this.headline;
	}

	public String city() {
		return this.city;
	}

	public BelongsTo<Author, Long> author() {
		return this.author;
	}

}
