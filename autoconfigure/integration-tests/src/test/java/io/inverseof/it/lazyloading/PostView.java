package io.inverseof.it.lazyloading;

import org.jspecify.annotations.Nullable;

/**
 * A view of a post that reads the author when it is written.
 */
class PostView {

	static final String LINE = "io.inverseof.it.lazyloading.PostView.getAuthor(PostView.java:19)";

	private final Post post;

	PostView(Post post) {
		this.post = post;
	}

	public @Nullable String getAuthor() {
		return this.post.author.get().name;
	}

}
