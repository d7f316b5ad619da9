package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.UnitOfWork;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/unit-of-work.md}.
 */
@DocsTest
class UnitOfWorkTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private Comments comments;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private JdbcTemplate jdbcTemplate;

	@Autowired
	private PlatformTransactionManager transactionManager;

	@Autowired
	private StatementCounter statements;

	private Long authorId;

	private Long postId;

	private final List<String> rendered = new ArrayList<>();

	@BeforeEach
	void save() {
		comments.deleteAll();
		posts.deleteAll();
		Author author = authors.save(new Author().name("Ada"));
		posts.save(author.posts().build((post) -> post.title("First")));
		postId = posts.save(author.posts().build((post) -> post.title("Second"))).id();
		authorId = author.id();
	}

	@Test
	void answersFromTheCacheOfTheTransaction() {
		TransactionTemplate transaction = new TransactionTemplate(transactionManager);
		assertThat(statements).during(() -> transaction.executeWithoutResult((status) -> {
			// tag::transaction[]
			Author author = authors.findById(authorId).orElseThrow();
			Post post = posts.findById(postId).orElseThrow();
			assertThat(post.author().get()).isSameAs(author); // no statement
			// end::transaction[]
		})).selects(2);
	}

	@Test
	void answersFromTheCacheOfAUnit() {
		assertThat(statements).during(() -> {
			// tag::run[]
			unitOfWork.run(() -> {
				authors.findAll(); // 1 SELECT
				for (Post post : posts.findAll()) { // 1 SELECT
					render(post, post.author().get()); // none
				}
			});
			// end::run[]
		}).selects(2);
		assertThat(rendered).hasSize(2);
	}

	private void render(Post post, Author author) {
		rendered.add(post.title() + author.name());
	}

	@Test
	void sharesTargetsAmongTheResultsOfOneQuery() {
		assertThat(statements).during(() -> posts.findAll().forEach((post) -> post.author().get())).selects(2);
	}

	@Test
	void doesNotShareBetweenQueriesOutsideAUnit() {
		Author author = authors.findById(authorId).orElseThrow();
		Post post = posts.findById(postId).orElseThrow();
		assertThat(statements).during(() -> assertThat(post.author().get()).isNotSameAs(author)).selects(1);
	}

	@Test
	void measuresNaively() {
		assertThat(statements).during(() -> {
			// tag::naive[]
			unitOfWork.naive().run(() -> posts.findAll().forEach(post -> post.author().get()));
			// end::naive[]
		}).selects(3);
	}

	@Test
	void forgets() {
		unitOfWork.run(() -> {
			Author author = authors.findById(authorId).orElseThrow();
			// tag::clear[]
			jdbcTemplate.update("UPDATE author SET name = 'Augusta' WHERE id = ?", authorId);
			unitOfWork.clear();
			// end::clear[]
			assertThat(author.name()).isEqualTo("Ada");
			assertThat(posts.findById(postId).orElseThrow().author().get().name()).isEqualTo("Augusta");
		});
	}

	@Test
	void forgetsAtRollback() {
		Author author = authors.findById(authorId).orElseThrow();
		Post post = posts.findById(postId).orElseThrow();
		new TransactionTemplate(transactionManager).executeWithoutResult((status) -> {
			author.posts().size();
			post.author().set(null);
			status.setRollbackOnly();
		});
		assertThat(author.posts().isLoaded()).isFalse();
		assertThat(post.author().getId()).isEqualTo(authorId);
	}

	@Test
	void loadsAfterTheTransactionAndOnOtherThreads() throws InterruptedException {
		List<Author> read = new ArrayList<>();
		new TransactionTemplate(transactionManager)
			.executeWithoutResult((status) -> read.addAll(authors.findAllById(List.of(authorId))));
		Thread thread = new Thread(() -> rendered.add(read.get(0).posts().get(0).title()));
		thread.start();
		thread.join();
		assertThat(rendered).containsExactly("First");
	}

}
