package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.UnitOfWork;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README and {@code docs/getting-started.md}.
 */
@DocsTest
class QuickStartTests {

	@Autowired
	private Authors authors;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private StatementCounter statements;

	private final List<String> rendered = new ArrayList<>();

	private Long id;

	@BeforeEach
	void save() {
		// tag::saving[]
		Author author = new Author().name("Ada");
		author.posts().build(p -> p.title("On engines")); // knows its author
		authors.save(author); // INSERT author, INSERT post, in one transaction
		// end::saving[]
		// tag::creating[]
		author.posts().create(p -> p.title("On notes")); // saved at once
		// end::creating[]
		for (int i = 2; i < 100; i++) {
			author.posts().build((p) -> p.title("More"));
		}
		authors.save(author);
		id = author.id();
	}

	@Test
	void readsAuthorAndPostsWithTwoStatements() {
		assertThat(statements).during(this::traverse).selects(2).total(2);
		assertThat(statements).during(() -> unitOfWork.naive().run(this::traverse)).selects(102).total(102);
		assertThat(rendered).hasSize(200).contains("On engines by Ada");
	}

	private void traverse() {
		// tag::traverse[]
		Author author = authors.findById(id).orElseThrow(); // 1 SELECT
		for (Post post : author.posts()) { // 1 SELECT
			render(post.title(), post.author().get().name()); // none: it is at hand
		}
		// end::traverse[]
	}

	private void render(String title, String author) {
		rendered.add(title + " by " + author);
	}

	@Test
	void knowsTheSameObject() {
		Author author = authors.findById(id).orElseThrow();
		// tag::same-object[]
		assertThat(author.posts().get(0).author().get()).isSameAs(author);
		// end::same-object[]
	}

}
