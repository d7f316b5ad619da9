package io.inverseof.demo;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the demo tells about itself through Actuator.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class ObservabilityIntegrationTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private MeterRegistry registry;

	@Test
	void countsTheStatementsThatTheInverseAvoids() {
		double before = avoided("Post.author", "inverse");
		get("/authors/1/posts");
		assertThat(avoided("Post.author", "inverse") - before).isEqualTo(100);
	}

	@Test
	void countsTheStatementThatTheCacheAvoids() {
		double before = avoided("Post.author", "cache");
		get("/posts/1");
		assertThat(avoided("Post.author", "cache") - before).isEqualTo(1);
	}

	@Test
	void publishesTheMeters() {
		get("/authors/1/posts");
		get("/actuator/metrics/inverseof.queries.avoided?tag=association:Post.author&tag=reason:inverse").expectBody()
			.jsonPath("$.measurements[0].value")
			.isNumber();
	}

	@Test
	void explainsTheAssociations() {
		get("/actuator/inverseof").expectBody()
			.jsonPath("$.associations[?(@.association == 'Author.posts')].inverse")
			.isEqualTo("Post.author")
			.jsonPath("$.associations[?(@.association == 'Post.comments')].inverse")
			.isEqualTo("Comment.post")
			.jsonPath("$.associations[?(@.association == 'Project.assignedTasks')].inverse")
			.isEqualTo("Task.project");
	}

	@Test
	void isHealthy() {
		get("/actuator/health").expectBody().jsonPath("$.status").isEqualTo("UP");
	}

	private double avoided(String association, String reason) {
		return this.registry.find("inverseof.queries.avoided")
			.tags("association", association, "reason", reason)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private RestTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange().expectStatus().isOk();
	}

}
