package io.inverseof.it.preload;

import java.util.List;

import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without read sharing each object loads for itself, when it is asked to.
 */
@OnH2
@TestPropertySource(properties = "inverseof.enabled=false")
class DisabledIntegrationTests extends PreloadTest {

	@BeforeEach
	void fill() {
		fill(5);
	}

	@Test
	void loadsOneByOne() {
		assertThat(this.statements).during(() -> {
			List<Author> authors = this.authors.findByNameNotNull();
			assertThat(this.statements)
				.during(() -> assertThat(authors).allSatisfy((a) -> assertThat(a.posts).hasSize(2)))
				.none();
		}).selects(6);
	}

	@Test
	void sharesNothing() {
		List<Author> authors = this.authors.findByNameNotNull();
		assertThat(this.statements).during(() -> assertThat(authors.get(0).posts.get(0).author.get()).isNotNull())
			.selects(1);
		assertThat(authors.get(0).posts.get(0).author.get()).isNotSameAs(authors.get(0));
	}

	@Test
	void goesOnFromThere() {
		assertThat(this.statements).during(this.authors::findByIdNotNull).selects(1 + 5 + 10);
	}

}
