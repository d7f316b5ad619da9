package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tweets. Other posts are not found here.
 */
@RestController
@RequestMapping("/tweets")
public class TweetController {

	private static final Sort NEWEST_FIRST = Sort.by("publishedOn", "id").descending();

	private final Tweets tweets;

	TweetController(Tweets tweets) {
		this.tweets = tweets;
	}

	@GetMapping
	public List<TweetView> tweets(@RequestParam(defaultValue = "1") int page) {
		return this.tweets.findAllBy(ListPage.of(page, NEWEST_FIRST)).stream().map(TweetView::of).toList();
	}

	@GetMapping("/{id}")
	public TweetView tweet(@PathVariable long id) {
		return TweetView.of(this.tweets.findById(id).orElseThrow(() -> new UnknownIdException("tweet", id)));
	}

}
