package io.inverseof.it.preload;

import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is preloaded is written, as if it had been read.
 */
@OnH2
class JsonIntegrationTests extends PreloadTest {

	@Autowired
	JsonMapper mapper;

	@BeforeEach
	void fill() {
		fill(2);
	}

	@Test
	void writesWhatIsPreloaded() {
		Author author = this.authors.findEverything().get(0);
		assertThat(this.statements).during(() -> {
			JsonNode json = this.mapper.valueToTree(author);
			assertThat(json.get("profile")).isNotNull();
			assertThat(json.get("posts")).hasSize(2);
		}).none();
	}

	@Test
	void leavesOutWhatIsNot() {
		Author author = this.authors.findByNameNotNull().get(0);
		JsonNode json = this.mapper.valueToTree(author);
		assertThat(json.has("profile")).isFalse();
		assertThat(json.get("posts")).hasSize(2);
	}

}
