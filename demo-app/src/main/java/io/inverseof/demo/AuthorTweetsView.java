package io.inverseof.demo;

import java.util.List;

/**
 * An author with all their tweets, each of which names its author.
 *
 * @param id the id of the author
 * @param name the name of the author
 * @param tweets the tweets
 */
record AuthorTweetsView(Long id, String name, List<TweetView> tweets) {

	static AuthorTweetsView of(Author author) {
		return new AuthorTweetsView(author.id(), author.name(), author.tweets().stream().map(TweetView::of).toList());
	}

}
