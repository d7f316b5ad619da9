package io.inverseof.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What the API answers when a row is not there.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class ProblemDetailsIntegrationTests {

	@Autowired
	private RestTestClient client;

	@ParameterizedTest
	@CsvSource(textBlock = """
			/authors/999,                   There is no author 999.
			/authors/999/posts,             There is no author 999.
			/authors/999/posts/1,           There is no author 999.
			/posts/9999,                    There is no post 9999.
			/posts/1?reader=999,            There is no author 999.
			/posts/9999/comments,           There is no post 9999.
			/projects/99/assigned-tasks,    There is no project 99.
			/projects/99/unassigned-tasks,  There is no project 99.
			/orders/999,                    There is no order 999.
			/authors/999/tweets,            There is no author 999.
			/tweets/9999,                   There is no tweet 9999.
			/prisons/99,                    There is no prison 99.
			/criminals/999,                 There is no criminal 999.
			/demo/run?request=author&id=999,There is no author 999.
			""")
	void answersNotFoundForAnUnknownId(String path, String detail) {
		problem(path, HttpStatus.NOT_FOUND).jsonPath("$.title")
			.isEqualTo("Not Found")
			.jsonPath("$.detail")
			.isEqualTo(detail);
	}

	@ParameterizedTest
	@CsvSource({ "101", "9999" })
	void answersNotFoundWithTheMessageOfFind(String post) {
		problem("/authors/1/posts/" + post, HttpStatus.NOT_FOUND).jsonPath("$.detail")
			.isEqualTo("Author.posts of Author 1 has no Post with the id %s: there is no such row, or it belongs to "
				.formatted(post)
					+ "another owner. Check the ids, or use a repository of Post to find rows of any owner.");
	}

	@Test
	void answersBadRequestForAnIdThatIsNone() {
		problem("/authors/ada", HttpStatus.BAD_REQUEST).jsonPath("$.title").isEqualTo("Bad Request");
	}

	@Test
	void answersBadRequestForAPageThatIsNone() {
		problem("/orders?page=first", HttpStatus.BAD_REQUEST).jsonPath("$.title").isEqualTo("Bad Request");
	}

	@Test
	void answersNotFoundForAnUnknownComparison() {
		problem("/demo/run?request=everything", HttpStatus.NOT_FOUND).jsonPath("$.detail")
			.isEqualTo("There is no request 'everything'. Known are [assigned-tasks, author, author-post, "
					+ "author-posts, authors, orders, post, post-comments, posts, prisons, tweets, unassigned-tasks].");
	}

	private RestTestClient.BodyContentSpec problem(String path, HttpStatus status) {
		return this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody();
	}

}
