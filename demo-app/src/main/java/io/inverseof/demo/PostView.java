package io.inverseof.demo;

import java.time.LocalDate;

/**
 * A post as the API shows it, with the name of its author.
 *
 * @param id the id of the post
 * @param title the title
 * @param publishedOn the day it was published
 * @param author the name of its author
 */
record PostView(Long id, String title, LocalDate publishedOn, String author) {

	static PostView of(Post post) {
		return new PostView(post.id(), post.title(), post.publishedOn(), post.author().get().name());
	}

}
