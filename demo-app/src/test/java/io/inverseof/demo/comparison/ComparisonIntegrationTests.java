package io.inverseof.demo.comparison;

import java.util.List;

import io.inverseof.demo.comparison.QueryCounts.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the start page gets for each of its requests.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@ExtendWith(OutputCaptureExtension.class)
class ComparisonIntegrationTests {

	private static final ParameterizedTypeReference<List<Count>> COUNTS = new ParameterizedTypeReference<>() {
	};

	@Autowired
	private RestTestClient client;

	@ParameterizedTest
	@CsvSource(textBlock = """
			author-posts&id=1,           2, Post.author,    inverse, 100, 102
			author&id=7,                 2, Profile.author, inverse,   1,   3
			author-post&id=1&postId=42,  2, Post.author,    inverse,   1,   3
			post&id=1&reader=1,          2, Post.author,    cache,     1,   3
			post-comments&id=1,          2, Comment.post,   inverse,   3,   5
			assigned-tasks&id=1,         2, Task.project,   inverse,  20,  22
			unassigned-tasks&id=1,       2, Task.project,   inverse,  10,  12
			""")
	void comparesWithNaiveMode(String request, int statements, String association, String reason, int avoided,
			int naive) {
		run(request).jsonPath("$.statements.length()")
			.isEqualTo(statements)
			.jsonPath("$.avoided.length()")
			.isEqualTo(1)
			.jsonPath("$.avoided[0].association")
			.isEqualTo(association)
			.jsonPath("$.avoided[0].reason")
			.isEqualTo(reason)
			.jsonPath("$.avoided[0].count")
			.isEqualTo(avoided)
			.jsonPath("$.speculative")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(naive)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void loadsThePostsOfAPageOfAuthorsTogether() {
		run("authors").jsonPath("$.statements.length()")
			.isEqualTo(2)
			.jsonPath("$.avoided")
			.value(COUNTS,
					(avoided) -> assertThat(avoided).containsExactly(new Count("Author.posts", "batch", 19),
							new Count("Post.author", "inverse", 480), new Count("Tweet.author", "inverse", 95)))
			.jsonPath("$.speculative")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(2 + 19 + 575)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void loadsTheTweetsOfAPageOfAuthorsTogether() {
		run("tweets").jsonPath("$.statements.length()")
			.isEqualTo(2)
			.jsonPath("$.avoided")
			.value(COUNTS,
					(avoided) -> assertThat(avoided).containsExactly(new Count("Author.tweets", "batch", 19),
							new Count("Tweet.author", "inverse", 95)))
			.jsonPath("$.speculative")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(2 + 19 + 95)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void loadsTheCriminalsAndSentencesOfAllPrisonsTogether() {
		run("prisons").jsonPath("$.statements.length()")
			.isEqualTo(3)
			.jsonPath("$.avoided")
			.value(COUNTS,
					(avoided) -> assertThat(avoided).containsExactly(new Count("Prison.criminals", "batch", 11),
							new Count("Prison.sentences", "batch", 11), new Count("Sentence.criminal", "inverse", 96)))
			.jsonPath("$.speculative")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(3 + 11 + 11 + 96)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void loadsTheCollectionsOfAPageOfOrdersTogether() {
		run("orders").jsonPath("$.statements.length()")
			.isEqualTo(3)
			.jsonPath("$.avoided")
			.value(COUNTS,
					(avoided) -> assertThat(avoided).containsExactly(new Count("Order.lines", "batch", 19),
							new Count("Order.shipments", "batch", 19)))
			.jsonPath("$.speculative")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(3 + 19 + 19)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void tellsWhatIsPreloaded() {
		run("posts").jsonPath("$.statements.length()")
			.isEqualTo(3)
			.jsonPath("$.avoided")
			.value(COUNTS,
					(avoided) -> assertThat(avoided).containsExactly(new Count("Comment.post", "inverse", 60),
							new Count("Post.author", "batch", 16), new Count("Post.comments", "batch", 16),
							new Count("Tweet.author", "batch", 4), new Count("Tweet.comments", "batch", 4)))
			.jsonPath("$.speculative")
			.value(COUNTS,
					(speculative) -> assertThat(speculative).containsExactly(new Count("Post.author", "preload", 1),
							new Count("Post.comments", "preload", 1)))
			.jsonPath("$.naive.statements")
			.isEqualTo(3 + 60 + 20 + 20 - 2)
			.jsonPath("$.naive.sameResponse")
			.isEqualTo(true);
	}

	@Test
	void showsThePageThatIsAskedFor() {
		run("authors&page=2").jsonPath("$.response[0].id").isEqualTo(21);
		run("orders&page=2").jsonPath("$.response[0].id").isEqualTo(21);
		run("posts&page=250").jsonPath("$.response[19].post.publishedOn").isEqualTo("2020-01-01");
	}

	@Test
	void showsArraysByTheirElements() {
		run("orders").jsonPath("$.statements[1]")
			.value(String.class, (lines) -> assertThat(lines)
				.contains("WHERE \"ORDER_LINE\".\"ORDER\" = ANY(?) -- [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "));
	}

	@Test
	void warnsOfNothing(CapturedOutput output) {
		for (String request : List.of("authors", "orders", "posts", "author-posts")) {
			run(request);
		}
		assertThat(output).doesNotContain("one by one");
	}

	@Test
	void avoidsNothingWhereNothingWasLoadedBefore() {
		run("post&id=101&reader=1").jsonPath("$.statements.length()")
			.isEqualTo(3)
			.jsonPath("$.avoided")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(3);
	}

	@Test
	void showsTheSqlWithItsParameters() {
		String author = """
				SELECT "AUTHOR"."ID" AS "ID", "AUTHOR"."NAME" AS "NAME" FROM "AUTHOR" WHERE "AUTHOR"."ID" = ? -- 1""";
		run("author-posts&id=1").jsonPath("$.statements[0]")
			.isEqualTo(author)
			.jsonPath("$.statements[1]")
			.value(String.class,
					(posts) -> assertThat(posts).startsWith("SELECT \"POST\".\"ID\"")
						.endsWith("FROM \"POST\" WHERE \"POST\".\"AUTHOR_ID\" = ? ORDER BY \"POST\".\"ID\" ASC -- 1"))
			.jsonPath("$.naive.first.length()")
			.isEqualTo(5)
			.jsonPath("$.naive.first[4]")
			.isEqualTo(author);
	}

	@Test
	void showsTheResponse() {
		run("author-posts&id=1").jsonPath("$.request")
			.isEqualTo("author-posts")
			.jsonPath("$.response.length()")
			.isEqualTo(100);
	}

	private RestTestClient.BodyContentSpec run(String request) {
		return this.client.get().uri("/demo/run?request=" + request).exchange().expectStatus().isOk().expectBody();
	}

}
