package io.inverseof.demo;

/**
 * A tweet as the API shows it, with the name of its author.
 *
 * @param id the id of the tweet
 * @param text the text
 * @param hashtag the hashtag
 * @param author the name of its author
 */
record TweetView(Long id, String text, String hashtag, String author) {

	static TweetView of(Tweet tweet) {
		return new TweetView(tweet.id(), tweet.title(), tweet.hashtag(), tweet.author().get().name());
	}

}
