package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

// tag::post[]
public class Post {

	@Id
	private Long id;

	private String title;

	private final BelongsTo<Author, Long> author = belongsTo(this); // column author_id

	// end::post[]

	private final HasMany<Comment> comments = hasMany(this);

	// tag::post[]

	public BelongsTo<Author, Long> author() {
		return author;
	}
	// end::post[]

	public HasMany<Comment> comments() {
		return comments;
	}

	public Long id() {
		return id;
	}

	public String title() {
		return title;
	}

	public Post title(String title) {
		this.title = title;
		return this;
	}
	// tag::post[]

}
// end::post[]
