package io.inverseof.demo;

import io.inverseof.Discriminator;

/**
 * A short post with a hashtag. It shares the table of posts, whose column {@code type}
 * says which row is one, and everything a post has: its author as well.
 */
@Discriminator(column = "type", value = "Tweet")
public class Tweet extends Post {

	private String hashtag;

	public String hashtag() {
		return this.hashtag;
	}

}
