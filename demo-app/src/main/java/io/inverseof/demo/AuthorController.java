package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Authors, and down to their posts and profiles and back up again.
 */
@RestController
@RequestMapping("/authors")
public class AuthorController {

	private static final Sort BY_ID = Sort.by("id");

	private final Authors authors;

	AuthorController(Authors authors) {
		this.authors = authors;
	}

	@GetMapping
	public List<AuthorPostsView> authors(@RequestParam(defaultValue = "1") int page) {
		return this.authors.findAllBy(ListPage.of(page, BY_ID)).stream().map(AuthorPostsView::of).toList();
	}

	@GetMapping("/{id}")
	public AuthorView author(@PathVariable long id) {
		return AuthorView.of(find(id));
	}

	@GetMapping("/{id}/posts")
	public List<PostView> posts(@PathVariable long id) {
		return find(id).posts().stream().map(PostView::of).toList();
	}

	@GetMapping("/{id}/posts/{postId}")
	public PostView post(@PathVariable long id, @PathVariable long postId) {
		return PostView.of(find(id).posts().find(postId));
	}

	@GetMapping("/tweets")
	public List<AuthorTweetsView> tweets(@RequestParam(defaultValue = "1") int page) {
		return this.authors.findAllBy(ListPage.of(page, BY_ID)).stream().map(AuthorTweetsView::of).toList();
	}

	@GetMapping("/{id}/tweets")
	public List<TweetView> tweetsOf(@PathVariable long id) {
		return find(id).tweets().stream().map(TweetView::of).toList();
	}

	private Author find(long id) {
		return this.authors.findById(id).orElseThrow(() -> new UnknownIdException("author", id));
	}

}
