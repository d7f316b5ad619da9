package io.inverseof.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What changes when nothing but {@code application.yml} is edited.
 */
class ApplicationYamlIntegrationTests {

	private static final String LOAD_DEFAULTS = "load-defaults: \"8.1\"";

	private static final String ASSIGNED_TASKS = "/demo/run?request=assigned-tasks";

	@TempDir
	private Path directory;

	private String settings = read();

	@Test
	void scopedAssociationHasInverseWithLoadDefaults70() {
		edit(LOAD_DEFAULTS, "load-defaults: \"7.0\"");
		start(this::assertThatAssignedTasksHaveAnInverse);
	}

	@Test
	void scopedAssociationHasNoInverseWithLoadDefaults61() {
		edit(LOAD_DEFAULTS, "load-defaults: \"6.1\"");
		start((client) -> {
			assertThatInverseIs(client, "Project.assignedTasks", null);
			run(client, ASSIGNED_TASKS).jsonPath("$.statements.length()")
				.isEqualTo(3)
				.jsonPath("$.avoided[?(@.reason == 'inverse')]")
				.isEmpty()
				.jsonPath("$.naive.statements")
				.isEqualTo(22);
		});
	}

	@Test
	void scopedAssociationHasInverseAgainWithTheExplicitFlag() {
		edit(LOAD_DEFAULTS, "load-defaults: \"6.1\"");
		edit("# automatic-scope-inversing: true", "automatic-scope-inversing: true");
		start(this::assertThatAssignedTasksHaveAnInverse);
	}

	@Test
	void sharesNothingWhenDisabled() {
		edit("  enabled: true\n\n  # The Rails version", "  enabled: false\n\n  # The Rails version");
		start((client) -> run(client, "/demo/run?request=author-posts").jsonPath("$.statements.length()")
			.isEqualTo(102)
			.jsonPath("$.avoided")
			.isEmpty()
			.jsonPath("$.naive.statements")
			.isEqualTo(102));
	}

	@Test
	void hasNoMetersWithoutMetrics() {
		edit("    enabled: true\n\nmanagement:", "    enabled: false\n\nmanagement:");
		start((client) -> {
			run(client, "/demo/run?request=author-posts").jsonPath("$.statements.length()")
				.isEqualTo(2)
				.jsonPath("$.avoided")
				.isEmpty();
			client.get().uri("/actuator/metrics/inverseof.queries.avoided").exchange().expectStatus().isNotFound();
		});
	}

	@Test
	void everyFlagCanBeSet() {
		edit("# has-many-inversing: true", "has-many-inversing: false");
		edit("# automatic-scope-inversing: true", "automatic-scope-inversing: false");
		edit("# automatically-invert-plural-associations: false", "automatically-invert-plural-associations: true");
		start((client) -> {
			assertThatInverseIs(client, "Project.assignedTasks", null);
			assertThatInverseIs(client, "Post.author", "Author.posts");
		});
	}

	@Test
	void loadsNothingByItselfWithStrictLoading() {
		edit("strict-loading: off", "strict-loading: fail");
		start((client) -> client.get().uri("/authors/1/posts").exchange().expectStatus().is5xxServerError());
	}

	@Test
	void loadsPreloadedListsWithStrictLoading() {
		edit("strict-loading: off", "strict-loading: fail");
		start((client) -> client.get()
			.uri("/posts")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Demo-Statements", "3"));
	}

	@Test
	void loadsAndReportsOneByOneWithBatchSize1() {
		edit("  batch-size: 100", "  batch-size: 1");
		start((client) -> {
			client.get().uri("/authors").exchange().expectHeader().valueEquals("Demo-Statements", "21");
			run(client, "/actuator/metrics/inverseof.nplusone.suspected?tag=association:Author.posts")
				.jsonPath("$.measurements[0].value")
				.isEqualTo(1.0);
		});
	}

	@Test
	void loadsEachOrderByItselfWithAggregateBatchSize1() {
		edit("aggregate-batch-size: 100", "aggregate-batch-size: 1");
		start((client) -> client.get().uri("/orders").exchange().expectHeader().valueEquals("Demo-Statements", "41"));
	}

	@Test
	void listsEverySetting() throws IOException {
		List<String> names = new ArrayList<>();
		for (URL url : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			JsonMapper.shared()
				.readTree(url.openStream())
				.path("properties")
				.forEach((property) -> names.add(property.path("name").asString()));
		}
		assertThat(names).filteredOn((name) -> name.startsWith("inverseof."))
			.hasSizeGreaterThan(10)
			.allSatisfy((name) -> assertThat(this.settings)
				.containsPattern("(?m)^ +(# )?%s: \\S".formatted(name.substring(name.lastIndexOf('.') + 1))));
	}

	private void assertThatAssignedTasksHaveAnInverse(RestTestClient client) {
		assertThatInverseIs(client, "Project.assignedTasks", "Task.project");
		run(client, ASSIGNED_TASKS).jsonPath("$.statements.length()")
			.isEqualTo(2)
			.jsonPath("$.avoided[0].association")
			.isEqualTo("Task.project")
			.jsonPath("$.avoided[0].reason")
			.isEqualTo("inverse")
			.jsonPath("$.avoided[0].count")
			.isEqualTo(20)
			.jsonPath("$.naive.statements")
			.isEqualTo(22);
	}

	private static RestTestClient.BodyContentSpec assertThatInverseIs(RestTestClient client, String association,
			String inverse) {
		return run(client, "/actuator/inverseof")
			.jsonPath("$.associations[?(@.association == '%s')].inverse".formatted(association))
			.isEqualTo(inverse);
	}

	private static RestTestClient.BodyContentSpec run(RestTestClient client, String path) {
		return client.get().uri(path).exchange().expectStatus().isOk().expectBody();
	}

	private void edit(String line, String replacement) {
		assertThat(this.settings).containsOnlyOnce(line);
		this.settings = this.settings.replace(line, replacement);
	}

	private void start(Consumer<RestTestClient> assertions) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DemoApplication.class)
			.run("--spring.config.location=" + write().toUri(), "--server.port=0")) {
			String port = context.getEnvironment().getRequiredProperty("local.server.port");
			assertions.accept(RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build());
		}
	}

	private Path write() {
		try {
			return Files.writeString(this.directory.resolve("application.yml"), this.settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read() {
		try {
			return new ClassPathResource("application.yml").getContentAsString(UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
