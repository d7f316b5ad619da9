package io.inverseof.it.docs;

import io.inverseof.test.AutoConfigureStatementCounting;
import io.inverseof.test.StatementCounter;
import io.inverseof.test.StatementCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.test.context.TestPropertySource;

import static io.inverseof.test.AssociationAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/testing.md}.
 */
@TestPropertySource(properties = { "spring.test.database.replace=none", "spring.flyway.enabled=false" })
// tag::class[]
@DataJdbcTest
@AutoConfigureStatementCounting
class AuthorTests {

	@Autowired
	private Authors authors;

	@Autowired
	private StatementCounter statements;

	// end::class[]
	@Autowired
	private Posts posts;

	private Long id;

	@BeforeEach
	void save() {
		Author author = authors.save(new Author().name("Ada"));
		for (int i = 0; i < 100; i++) {
			posts.save(author.posts().build((post) -> post.title("More")));
		}
		id = author.id();
	}

	// tag::class[]
	@Test
	void rendersAllPostsWithTwoSelects() {
		assertThat(statements).during(() -> render(authors.findById(id).orElseThrow())).selects(2);
	}

	// end::class[]
	@Test
	void explainsFailure() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(
					() -> assertThat(statements).during(() -> render(authors.findById(id).orElseThrow())).selects(1))
			.satisfies((error) -> assertThat(Documentation.page("testing.md")).contains(error.getMessage().strip()));
	}

	@Test
	void counts() {
		// tag::counts[]
		StatementCounts counts = statements.countDuring(() -> authors.findAll());
		assertThat(counts.selects()).isEqualTo(1);
		assertThat(counts.statements().get(0)).contains("\"AUTHOR\"");
		// end::counts[]
	}

	@Test
	void assertsAssociations() {
		// tag::shares-inverse[]
		Author author = authors.findById(id).orElseThrow();
		assertThat(author.posts()).isNotLoaded();
		author.posts().size();
		assertThat(author.posts()).isLoaded().sharesInverse();
		// end::shares-inverse[]
	}

	private void render(Author author) {
		author.posts().forEach((post) -> post.author().get().name());
	}
	// tag::class[]

}
// end::class[]
