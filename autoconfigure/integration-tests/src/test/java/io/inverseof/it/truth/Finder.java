package io.inverseof.it.truth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

/**
 * The roads on which programs enter the data.
 */
enum Finder {

	AUTHOR_BY_ID((app, n) -> one(app.bean(Repositories.Authors.class).findById(n))),

	ALL_AUTHORS((app, n) -> app.bean(Repositories.Authors.class).findAll(Sort.by("id"))),

	AUTHORS_DERIVED((app, n) -> app.bean(Repositories.Authors.class).findByIdLessThanOrderById(n)),

	AUTHORS_BY_SQL((app, n) -> app.bean(Repositories.Authors.class).whole(n)),

	PROFILE_BY_ID((app, n) -> one(app.bean(Repositories.Profiles.class).findById(n))),

	ALL_PROFILES((app, n) -> app.bean(Repositories.Profiles.class).findAll()),

	POST_BY_ID((app, n) -> one(app.bean(Repositories.Posts.class).findById(n))),

	POSTS_BY_IDS((app, n) -> sorted(app.bean(Repositories.Posts.class).findAllById(List.of(n, n + 1, n + 3)))),

	POSTS_PAGED((app, n) -> app.bean(Repositories.Posts.class)
		.findAll(PageRequest.of((int) (n % 3), 4, Sort.by("title", "id")))
		.getContent()),

	POSTS_BY_AUTHOR((app, n) -> app.bean(Repositories.Posts.class).findByAuthorIdOrderById(n)),

	POSTS_BY_EDITOR((app, n) -> app.bean(Repositories.Posts.class).findByEditorOrderById(BelongsTo.toId(n))),

	POSTS_BY_SQL((app, n) -> app.bean(Repositories.Posts.class).published()),

	POSTS_PARTLY((app, n) -> app.bean(Repositories.Posts.class).partly(n)),

	POSTS_BY_TEMPLATE((app, n) -> app.bean(JdbcAggregateOperations.class)
		.findAll(Query.query(Criteria.where("author").is(n)).sort(Sort.by("id")), Post.class)),

	POST_STREAM((app, n) -> {
		try (Stream<Post> posts = app.bean(JdbcAggregateOperations.class)
			.streamAll(Query.query(Criteria.where("published").is(true)).sort(Sort.by("id")), Post.class)) {
			return posts.toList();
		}
	}),

	COMMENT_BY_ID((app, n) -> one(app.bean(Repositories.Comments.class).findById(n))),

	COMMENTS_BY_SQL((app, n) -> app.bean(Repositories.Comments.class).after(n)),

	ALL_BADGES((app, n) -> app.bean(Repositories.Badges.class).findAll()),

	EMPLOYEE_BY_ID((app, n) -> one(app.bean(Repositories.Employees.class).findById(n))),

	ALL_EMPLOYEES((app, n) -> app.bean(Repositories.Employees.class).findAll()),

	EMPLOYEES_BY_MANAGER((app, n) -> app.bean(Repositories.Employees.class).findByManagerIdOrderById(n)),

	PROJECT_BY_ID((app, n) -> one(app.bean(Repositories.Projects.class).findById(n))),

	TASKS_BY_PROJECT((app, n) -> app.bean(Repositories.Tasks.class).findByProjectIdOrderById(n)),

	TASKS_BY_STATE((app, n) -> app.bean(Repositories.Tasks.class).findByDoneOrderById(n % 2 == 0));

	private final Road query;

	Finder(Road query) {
		this.query = query;
	}

	List<?> find(Application application, long n) {
		return this.query.find(application, n);
	}

	/**
	 * Whether the objects are without their keys.
	 */
	boolean isPartial() {
		return this == POSTS_PARTLY;
	}

	private static List<?> one(Optional<?> row) {
		return row.stream().toList();
	}

	private static List<Post> sorted(List<Post> posts) {
		return posts.stream().sorted(java.util.Comparator.comparing(Post::values)).toList();
	}

	private interface Road {

		List<?> find(Application application, long n);

	}

}
