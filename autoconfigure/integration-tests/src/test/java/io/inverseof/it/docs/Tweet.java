package io.inverseof.it.docs;

import io.inverseof.Discriminator;

// tag::tweet[]
@Discriminator(column = "type", value = "Tweet")
public class Tweet extends Entry {

	private String hashtag; // a column of the table entry

	public void hashtag(String hashtag) {
		this.hashtag = hashtag;
	}

	public String hashtag() {
		return hashtag;
	}

}
// end::tweet[]
