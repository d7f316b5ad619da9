package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Posts and their comments.
 */
@RestController
@RequestMapping("/posts")
public class PostController {

	private static final Sort NEWEST_FIRST = Sort.by("publishedOn", "id").descending();

	private final Posts posts;

	private final Authors authors;

	PostController(Posts posts, Authors authors) {
		this.posts = posts;
		this.authors = authors;
	}

	@GetMapping
	public List<DiscussionView> posts(@RequestParam(defaultValue = "1") int page) {
		return this.posts.findAllBy(ListPage.of(page, NEWEST_FIRST)).stream().map(DiscussionView::of).toList();
	}

	/**
	 * Shows a post to the author who is signed in. They were loaded by a query of their
	 * own, and so was the post; in one transaction, the post finds its author all the
	 * same. There is no login in this demo: it is author 1 unless the request says
	 * otherwise.
	 * @param id the id of the post
	 * @param reader the id of the author who is signed in
	 * @return the post as they see it
	 */
	@GetMapping("/{id}")
	@Transactional(readOnly = true)
	public ReaderView post(@PathVariable long id, @RequestParam(defaultValue = "1") long reader) {
		Author signedIn = this.authors.findById(reader).orElseThrow(() -> new UnknownIdException("author", reader));
		return ReaderView.of(find(id), signedIn);
	}

	@GetMapping("/{id}/comments")
	public List<CommentView> comments(@PathVariable long id) {
		return find(id).comments().stream().map(CommentView::of).toList();
	}

	private Post find(long id) {
		return this.posts.findById(id).orElseThrow(() -> new UnknownIdException("post", id));
	}

}
