package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/observability.md}.
 */
@SpringBootTest(classes = DocsApplication.class,
		properties = { "spring.flyway.enabled=false", "management.endpoints.web.exposure.include=inverseof" })
@AutoConfigureMockMvc
class ObservabilityTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private MeterRegistry registry;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void countsWhatIsDocumented() {
		Author saved = authors.save(new Author().name("Ada"));
		for (int i = 0; i < 100; i++) {
			posts.save(saved.posts().build((post) -> post.title("More")));
		}
		Author author = authors.findById(saved.id()).orElseThrow();
		author.posts().forEach((post) -> post.author().get());
		assertThat(registry.get("inverseof.queries.avoided")
			.tag("association", "Post.author")
			.tag("reason", "inverse")
			.counter()
			.count()).isEqualTo(100);
		assertThat(registry.get("inverseof.queries.executed").tag("association", "Author.posts").counter().count())
			.isEqualTo(1);
		unitOfWork.run(() -> authors.findById(saved.id()));
		assertThat(registry.get("inverseof.unit.of.work.entries").summary().max()).isEqualTo(1);
	}

	@Test
	void countsAPreloadAsIsDocumented() {
		List<Post> read = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			Author saved = authors.save(new Author().name("Ada"));
			Post post = posts.save(saved.posts().build((built) -> built.title("More")));
			read.add(posts.findById(post.id()).orElseThrow());
		}
		double before = count("inverseof.queries.avoided", "batch");
		associations.preload(read, "author");
		assertThat(count("inverseof.queries.speculative", "preload")).isEqualTo(1);
		assertThat(count("inverseof.queries.avoided", "batch")).isEqualTo(before);
		read.forEach((post) -> post.author().get());
		assertThat(count("inverseof.queries.avoided", "batch")).isEqualTo(before + 100);
		assertThat(count("inverseof.queries.speculative", "preload")).isEqualTo(1);
	}

	private double count(String meter, String reason) {
		return registry.get(meter).tag("association", "Post.author").tag("reason", reason).counter().count();
	}

	@Test
	void showsWhatIsDocumented() throws Exception {
		JsonNode shown = JsonMapper.shared()
			.readTree(mvc.get().uri("/actuator/inverseof").exchange().getResponse().getContentAsString());
		JsonNode documented = JsonMapper.shared()
			.readTree(Documentation.blocks(Documentation.root().resolve("docs/observability.md"), "json").get(0));
		assertThat(documented.path("associations")).isNotEmpty().isSubsetOf(shown.path("associations"));
		assertThat(documented.path("flags")).isEqualTo(shown.path("flags"));
		assertThat(documented.propertyNames()).isEqualTo(shown.propertyNames());
	}

}
