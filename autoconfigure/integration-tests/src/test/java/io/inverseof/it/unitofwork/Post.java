package io.inverseof.it.unitofwork;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

class Post {

	@Id
	@Nullable Long id;

	@Nullable String title;

	final BelongsTo<Author, Long> author = belongsTo(this);

	final HasMany<Comment> comments = hasMany(this);

	static Post titled(String title) {
		Post post = new Post();
		post.title = title;
		return post;
	}

}
