package io.inverseof.it.docs;

import java.util.List;

/**
 * A page that shows posts with their authors.
 */
record PostPage(List<Post> posts) {

	String render() {
		return String.join("\n", posts.stream().map(PostPage::render).toList());
	}

	static String render(Post post) {
		return "%s by %s".formatted(post.title(), post.author().get().name());
	}

}
