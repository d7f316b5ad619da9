package io.inverseof.demo.comparison;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.inverseof.demo.AuthorController;
import io.inverseof.demo.OrderController;
import io.inverseof.demo.PostController;
import io.inverseof.demo.PrisonController;
import io.inverseof.demo.ProjectController;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The requests of the start page: each runs the controller method of its endpoint.
 */
@Component
class ComparableRequests {

	private final Map<String, Function<Parameters, Object>> requests = new TreeMap<>();

	ComparableRequests(AuthorController authors, PostController posts, OrderController orders,
			ProjectController projects, PrisonController prisons) {
		this.requests.put("authors", (parameters) -> authors.authors(parameters.page()));
		this.requests.put("author", (parameters) -> authors.author(parameters.id()));
		this.requests.put("author-posts", (parameters) -> authors.posts(parameters.id()));
		this.requests.put("author-post", (parameters) -> authors.post(parameters.id(), parameters.postId()));
		this.requests.put("tweets", (parameters) -> authors.tweets(parameters.page()));
		this.requests.put("posts", (parameters) -> posts.posts(parameters.page()));
		this.requests.put("post", (parameters) -> posts.post(parameters.id(), parameters.reader()));
		this.requests.put("post-comments", (parameters) -> posts.comments(parameters.id()));
		this.requests.put("orders", (parameters) -> orders.orders(parameters.page()));
		this.requests.put("prisons", (parameters) -> prisons.prisons());
		this.requests.put("assigned-tasks", (parameters) -> projects.assignedTasks(parameters.id()));
		this.requests.put("unassigned-tasks", (parameters) -> projects.unassignedTasks(parameters.id()));
	}

	Function<Parameters, Object> get(String name) {
		Function<Parameters, Object> request = this.requests.get(name);
		if (request == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no request '%s'. Known are %s.".formatted(name, this.requests.keySet()));
		}
		return request;
	}

	/**
	 * What the paths and parameters of the endpoints contain.
	 *
	 * @param id the id of the author, post or project
	 * @param postId the id of one of the author's posts
	 * @param reader the id of the author who is signed in
	 * @param page the number of the page of a list
	 */
	record Parameters(long id, long postId, long reader, int page) {

	}

}
