package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/json.md}: what it prints is what is written here, but for the ids.
 */
@DocsTest
class JsonTests {

	@Autowired
	private Bands bands;

	@Autowired
	private Albums albums;

	@Autowired
	private JsonMapper mapper;

	@Autowired
	private StatementCounter statements;

	@Test
	void writesWhatIsDocumented() {
		Band saved = new Band();
		saved.setName("The Owners");
		bands.save(saved);
		albums.save(saved.albums().build((album) -> album.setTitle("First Read")));
		Band band = bands.findById(saved.getId()).orElseThrow();
		assertThat(statements).during(() -> assertThat(tree(mapper.writeValueAsString(band))).isEqualTo(documented(0)))
			.none();
		band.albums().size();
		assertThat(statements).during(() -> {
			assertThat(tree(mapper.writeValueAsString(band))).isEqualTo(documented(1));
			assertThat(tree(mapper.writeValueAsString(band.albums().get(0)))).isEqualTo(documented(2));
		}).none();
	}

	private JsonNode documented(int index) {
		List<String> blocks = Documentation.blocks(Documentation.root().resolve("docs/json.md"), "json");
		return tree(blocks.get(index));
	}

	private JsonNode tree(String json) {
		return mapper.readTree(json.replaceAll("\\d+", "0"));
	}

}
