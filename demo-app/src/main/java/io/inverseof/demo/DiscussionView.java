package io.inverseof.demo;

import java.util.List;

/**
 * A post and what was written under it.
 *
 * @param post the post
 * @param comments its comments, each with the title of the post
 */
record DiscussionView(PostView post, List<CommentView> comments) {

	static DiscussionView of(Post post) {
		return new DiscussionView(PostView.of(post), post.comments().stream().map(CommentView::of).toList());
	}

}
