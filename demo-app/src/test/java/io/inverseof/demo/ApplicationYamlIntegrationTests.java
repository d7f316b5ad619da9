package io.inverseof.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
