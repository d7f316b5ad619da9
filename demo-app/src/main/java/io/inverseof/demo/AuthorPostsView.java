package io.inverseof.demo;

import java.util.List;

/**
 * An author with all their posts, each of which names its author.
 *
 * @param id the id of the author
 * @param name the name of the author
 * @param posts the posts
 */
record AuthorPostsView(Long id, String name, List<PostView> posts) {

	static AuthorPostsView of(Author author) {
		return new AuthorPostsView(author.id(), author.name(), author.posts().stream().map(PostView::of).toList());
	}

}
