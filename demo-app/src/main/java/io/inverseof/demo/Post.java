package io.inverseof.demo;

import java.time.LocalDate;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

/**
 * A post of the blog.
 */
public class Post {

	@Id
	private Long id;

	private String title;

	private LocalDate publishedOn;

	private final BelongsTo<Author, Long> author = belongsTo(this);

	private final HasMany<Comment> comments = hasMany(this);

	public Long id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	public LocalDate publishedOn() {
		return this.publishedOn;
	}

	public BelongsTo<Author, Long> author() {
		return this.author;
	}

	public HasMany<Comment> comments() {
		return this.comments;
	}

}
