package io.inverseof.demo;

/**
 * A post as the author who is signed in sees it.
 *
 * @param reader the name of who is signed in
 * @param mayEdit whether it is their own post
 * @param post the post
 */
record ReaderView(String reader, boolean mayEdit, PostView post) {

	static ReaderView of(Post post, Author reader) {
		boolean mayEdit = reader.id().equals(post.author().getId());
		return new ReaderView(reader.name(), mayEdit, PostView.of(post));
	}

}
