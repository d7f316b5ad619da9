package io.inverseof.it.lazyloading;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.StrictLoading;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

class Post {

	static final String LINE = "io.inverseof.it.lazyloading.Post.authorName(Post.java:28)";

	@Id
	@Nullable Long id;

	@Nullable String title;

	final BelongsTo<Author, Long> author = belongsTo(this);

	@StrictLoading
	final HasMany<Comment> comments = hasMany(this);

	@Nullable String authorName() {
		return this.author.get().name;
	}

}
