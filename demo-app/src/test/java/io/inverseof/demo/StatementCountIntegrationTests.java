package io.inverseof.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each endpoint costs, over HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class StatementCountIntegrationTests {

	@Autowired
	private RestTestClient client;

	@ParameterizedTest
	@CsvSource(textBlock = """
			/authors/1/posts,               2, 102
			/authors/7,                     2,   3
			/authors/7/tweets,              2,   7
			/authors/tweets,                2, 116
			/tweets,                        2,  21
			/prisons,                       3, 121
			/prisons/12,                    3,  11
			/authors/1/posts/42,            2,   3
			/posts/1/comments,              2,   5
			/posts/1,                       2,   3
			/projects/1/assigned-tasks,     2,  22
			/projects/1/unassigned-tasks,   2,  12
			/authors,                       2, 596
			/authors?page=10,               2, 501
			/orders,                        3,  41
			/orders?page=10,                3,  41
			/posts,                         3, 101
			/posts?page=250,                3, 101
			""")
	void sendsFewerStatementsThanInNaiveMode(String path, String statements, String naive) {
		get(path).expectHeader().valueEquals("Demo-Statements", statements);
		get(naive(path)).expectHeader().valueEquals("Demo-Statements", naive);
	}

	@ParameterizedTest
	@CsvSource({ "/authors/1/posts", "/authors/7", "/authors/7/tweets", "/authors/tweets", "/tweets", "/prisons",
			"/prisons/12", "/authors/1/posts/42", "/posts/1/comments", "/posts/1", "/projects/1/assigned-tasks",
			"/projects/1/unassigned-tasks", "/authors", "/authors?page=10", "/orders", "/orders?page=10", "/orders/1",
			"/posts", "/posts?page=250" })
	void answersTheSameInNaiveMode(String path) {
		assertThat(body(path)).isNotEmpty().isEqualTo(body(naive(path)));
	}

	@ParameterizedTest
	@CsvSource({ "/authors?page=11", "/authors/tweets?page=11", "/tweets?page=50", "/orders?page=11",
			"/posts?page=251" })
	void sendsOneStatementForAPageWithoutRows(String path) {
		get(path).expectHeader().valueEquals("Demo-Statements", "1").expectBody().json("[]");
	}

	@ParameterizedTest
	@CsvSource({ "/authors", "/orders", "/posts" })
	void beginsWithTheFirstPage(String path) {
		assertThat(body(path)).isEqualTo(body(path + "?page=1")).isEqualTo(body(path + "?page=-1"));
	}

	@Test
	void sendsAStatementForEachCollectionOfOneOrder() {
		get("/orders/1").expectHeader().valueEquals("Demo-Statements", "3");
		get("/orders/1?naive=true").expectHeader().valueEquals("Demo-Statements", "3");
	}

	@Test
	void sendsAStatementForAnAuthorThatNobodyLoaded() {
		get("/posts/101").expectHeader().valueEquals("Demo-Statements", "3");
		get("/posts/101?naive=true").expectHeader().valueEquals("Demo-Statements", "3");
	}

	@Test
	void rendersTheAuthorOfEachPost() {
		get("/authors/1/posts").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(100)
			.jsonPath("$[0].title")
			.isEqualTo("Profiling a flaky test with a checklist")
			.jsonPath("$[99].id")
			.isEqualTo(100)
			.jsonPath("$[?(@.author != 'Ada Tanaka')]")
			.isEmpty();
	}

	@Test
	void rendersTheAuthorOfTheProfile() {
		get("/authors/1").expectBody().json("""
				{
					"id": 1,
					"name": "Ada Tanaka",
					"profile": {
						"headline": "Thirty years of legacy code",
						"city": "Uppsala",
						"author": "Ada Tanaka"
					}
				}
				""");
	}

	@Test
	void rendersThePostOfEachComment() {
		get("/posts/1/comments").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(3)
			.jsonPath("$[?(@.post != 'Profiling a flaky test with a checklist')]")
			.isEmpty();
	}

	@Test
	void rendersTheProjectOfEachTaskThatIsAssigned() {
		get("/projects/1/assigned-tasks").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(20)
			.jsonPath("$[?(@.project != 'Library Garden')]")
			.isEmpty()
			.jsonPath("$[?(@.assignee == null)]")
			.isEmpty();
	}

	@Test
	void rendersTheProjectOfEachTaskThatIsUnassigned() {
		get("/projects/1/unassigned-tasks").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(10)
			.jsonPath("$[?(@.project != 'Library Garden')]")
			.isEmpty()
			.jsonPath("$[?(@.assignee != null)]")
			.isEmpty();
	}

	@Test
	void rendersAPageOfAuthorsWithTheirPosts() {
		get("/authors?page=2").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(20)
			.jsonPath("$[0].id")
			.isEqualTo(21)
			.jsonPath("$[0].posts.length()")
			.isEqualTo(25)
			.jsonPath("$[0].posts[?(@.author != 'Ada Novak')]")
			.isEmpty();
	}

	@Test
	void rendersAnOrderWithItsCollections() {
		get("/orders").expectBody().jsonPath("$.length()").isEqualTo(20);
		get("/orders/1").expectBody().json("""
				{
					"id": 1,
					"customer": "Anna Wolf",
					"placedOn": "2024-01-04",
					"total": 64.90,
					"products": ["Pencil set", "Query plan poster", "Sticker sheet"],
					"shipments": [
						{ "carrier": "Night train", "sentOn": "2024-01-05" },
						{ "carrier": "Post", "sentOn": "2024-01-07" }
					]
				}
				""");
	}

	@Test
	void rendersAnOrderThatHasNotBeenSent() {
		get("/orders").expectBody()
			.jsonPath("$[4].id")
			.isEqualTo(5)
			.jsonPath("$[4].products.length()")
			.isEqualTo(3)
			.jsonPath("$[4].shipments")
			.isEmpty();
	}

	@Test
	void rendersTheLatestPostsWithTheirComments() {
		get("/posts").expectBody()
			.jsonPath("$.length()")
			.isEqualTo(20)
			.jsonPath("$[0].post.title")
			.isEqualTo("Surviving an N+1 problem from first principles")
			.jsonPath("$[0].post.author")
			.isEqualTo("Radia Haddad")
			.jsonPath("$[0].comments.length()")
			.isEqualTo(3)
			.jsonPath("$[0].comments[?(@.post != 'Surviving an N+1 problem from first principles')]")
			.isEmpty();
	}

	@Test
	void letsReadersEditTheirOwnPostsOnly() {
		get("/posts/1?reader=1").expectBody().jsonPath("$.mayEdit").isEqualTo(true);
		get("/posts/1?reader=2").expectBody().jsonPath("$.mayEdit").isEqualTo(false);
	}

	private static String naive(String path) {
		return path + (path.contains("?") ? "&" : "?") + "naive=true";
	}

	private String body(String path) {
		return get(path).expectBody(String.class).returnResult().getResponseBody();
	}

	private RestTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk();
	}

}
