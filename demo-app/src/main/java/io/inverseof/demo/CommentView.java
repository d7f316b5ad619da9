package io.inverseof.demo;

/**
 * A comment as the API shows it, with the title of its post.
 *
 * @param id the id of the comment
 * @param body the text
 * @param post the title of its post
 */
record CommentView(Long id, String body, String post) {

	static CommentView of(Comment comment) {
		return new CommentView(comment.id(), comment.body(), comment.post().get().title());
	}

}
