package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.StrictLoading;
import io.inverseof.StrictLoadingException;
import io.inverseof.UnitOfWork;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/loading.md}.
 */
@DocsTest
@ExtendWith(OutputCaptureExtension.class)
class LoadingTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private Profiles profiles;

	@Autowired
	private Comments comments;

	@Autowired
	private Orders orders;

	@Autowired
	private Payments payments;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private JdbcTemplate jdbc;

	private final List<String> rendered = new ArrayList<>();

	@BeforeEach
	void save() {
		for (String table : List.of("comment", "post", "profile", "author", "payment", "shipment", "order_line",
				"discount", "\"ORDER\"")) {
			jdbc.update("DELETE FROM " + table);
		}
		jdbc.update("INSERT INTO author (id, name) SELECT x, 'Author ' || x FROM system_range(1, 100)");
		jdbc.update("INSERT INTO post (id, title, author_id) SELECT x, 'Post ' || x, mod(x, 100) + 1 "
				+ "FROM system_range(1, 1000)");
		jdbc.update("ALTER TABLE author ALTER COLUMN id RESTART WITH 101");
		jdbc.update("ALTER TABLE post ALTER COLUMN id RESTART WITH 1001");
	}

	@Test
	void siblingsLoadTogether() {
		assertThat(statements).during(() -> {
			// tag::siblings[]
			for (Author author : authors.findAll()) { // 1 SELECT
				for (Post post : author.posts()) { // 1 SELECT for all authors
					render(post, post.author().get()); // none
				}
			}
			// end::siblings[]
		}).selects(2);
		assertThat(rendered).hasSize(1000);
	}

	@Test
	void oneByOneItWouldBeMore() {
		assertThat(statements)
			.during(() -> unitOfWork.naive()
				.run(() -> authors.findAll()
					.forEach((author) -> author.posts().forEach((post) -> render(post, post.author().get())))))
			.selects(1101);
	}

	private void render(Post post, Author author) {
		rendered.add(post.title() + author.name());
	}

	@Test
	void asksForAsManyKeysAsTheAnnotationSays() {
		saveOrders(50);
		for (Order order : orders.findAll()) {
			payments.save(new Payment(null, BelongsTo.to(order)));
		}
		List<Order> all = orders.findAll();
		assertThat(statements).during(() -> all.forEach((order) -> order.payments().size())).selects(3);
	}

	@Test
	void collectionsInsideAggregatesLoadTogether() {
		saveOrders(10);
		assertThat(statements).during(() -> assertThat(orders.findAll()).allSatisfy((order) -> {
			assertThat(order.lines()).hasSize(2);
			assertThat(order.discounts()).isEmpty();
		})).selects(3);
	}

	private void saveOrders(int count) {
		for (int i = 0; i < count; i++) {
			Order order = new Order();
			order.lines().add(new OrderLine("Pen"));
			order.lines().add(new OrderLine("Ink"));
			orders.save(order);
		}
	}

	@Test
	void preloadsWhatAQueryMethodReturns() {
		List<Post> found = posts.findByTitleStartingWith("Post 1");
		assertThat(statements).during(() -> found.forEach(PostPage::render)).none();
	}

	@Test
	void preloadsWhatIsAtHand() {
		List<Post> posts = new ArrayList<>(this.posts.findAllById(List.of(1L, 2L)));
		posts.addAll(this.posts.findAllById(List.of(3L)));
		assertThat(statements).during(() -> {
			// tag::preload[]
			associations.preload(posts, "author.profile", "comments");
			// end::preload[]
		}).selects(3);
		assertThat(statements).during(() -> posts.forEach((post) -> {
			post.comments().size();
			post.author().get().profile().orNull();
		})).none();
	}

	@Test
	void refusesInAStrictUnit() {
		PostPage page = new PostPage(posts.findAll());
		assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> {
			// tag::strict-unit[]
			unitOfWork.strict(StrictLoading.Mode.FAIL).run(() -> render(page));
			// end::strict-unit[]
		});
		assertThat(statements).during(() -> render(page)).selects(1);
	}

	private void render(PostPage page) {
		rendered.add(page.render());
	}

	@Test
	void reportsWhatIsReadOneByOne(CapturedOutput output) {
		unitOfWork.run(() -> {
			for (long id = 1; id <= 20; id++) {
				PostPage.render(posts.findById(id).orElseThrow());
			}
		});
		String message = output.toString()
			.lines()
			.filter((line) -> line.contains("was loaded one by one"))
			.map((line) -> line.substring(line.indexOf("Post.author")))
			.findAny()
			.orElseThrow();
		assertThat(ErrorsTests.normalize(Documentation.page("loading.md"))).contains(ErrorsTests.normalize(message));
	}

}
