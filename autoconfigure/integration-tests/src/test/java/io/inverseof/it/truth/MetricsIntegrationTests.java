package io.inverseof.it.truth;

import java.util.List;

import io.inverseof.UnitOfWork;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation says about the meters, in numbers.
 */
class MetricsIntegrationTests {

	private static final String AVOIDED = "inverseof.queries.avoided";

	private static final String EXECUTED = "inverseof.queries.executed";

	private static final String ENTRIES = "inverseof.unit.of.work.entries";

	private static Application application;

	private Repositories.Authors authors;

	private Repositories.Posts posts;

	private Repositories.Employees employees;

	private StatementCounter statements;

	@BeforeAll
	static void start() {
		application = Application.start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void resetData() {
		application.data().changing();
		application.data().prepare(1);
		this.authors = application.bean(Repositories.Authors.class);
		this.posts = application.bean(Repositories.Posts.class);
		this.employees = application.bean(Repositories.Employees.class);
		this.statements = application.bean(StatementCounter.class);
		application.bean(MeterRegistry.class).clear();
	}

	@Test
	void countsHundredPostsThatRenderTheirAuthor() {
		givenAuthorWithPosts(100);
		assertThat(this.statements).during(() -> renderPosts(this.authors)).selects(2);
		assertThat(counters(AVOIDED)).containsExactly("Post.author inverse = 100");
		assertThat(counters(EXECUTED)).containsExactly("Author.posts = 1");
	}

	@Test
	void sendsAllQueriesNaively() {
		givenAuthorWithPosts(100);
		UnitOfWork naive = application.bean(UnitOfWork.class).naive();
		assertThat(this.statements).during(() -> naive.run(() -> renderPosts(this.authors))).selects(102);
		assertThat(counters(AVOIDED)).isEmpty();
		assertThat(counters(EXECUTED)).containsExactly("Author.posts = 1", "Post.author = 100");
	}

	@Test
	void sendsAllQueriesWhenDisabled() {
		try (Application disabled = Application.start("inverseof.enabled=false")) {
			givenAuthorWithPosts(disabled, 100);
			assertThat(disabled.bean(StatementCounter.class))
				.during(() -> renderPosts(disabled.bean(Repositories.Authors.class)))
				.selects(102);
			assertThat(disabled.counters(AVOIDED).values()).allSatisfy((count) -> assertThat(count).isZero());
		}
	}

	@Test
	void countsEachHolderOnce() {
		givenAuthorWithPosts(10);
		Author author = author(200L);
		Post post = author.posts.get(0);
		post.author.get();
		post.author.get();
		author.posts.get(0).author.isPresent();
		assertThat(counters(AVOIDED)).containsExactly("Post.author inverse = 1");
	}

	@Test
	void findsTheAuthorThatWasLoadedBeforeInTheTransaction() {
		givenAuthorWithPosts(1);
		inTransaction(() -> {
			Author author = author(200L);
			Post post = post(200L);
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(author)).none();
		});
		assertThat(counters(AVOIDED)).containsExactly("Post.author cache = 1");
	}

	@Test
	void findsTheAuthorThatWasSavedBeforeInTheTransaction() {
		givenAuthorWithPosts(1);
		inTransaction(() -> {
			Author author = author(200L);
			author.name = "saved";
			Author saved = this.authors.save(author);
			Post post = post(200L);
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(saved)).none();
		});
		assertThat(counters(AVOIDED)).containsExactly("Post.author cache = 1");
	}

	@Test
	void doesNotFindWhatAnotherTransactionLoaded() {
		givenAuthorWithPosts(1);
		inTransaction(() -> author(200L));
		inTransaction(() -> {
			Post post = post(200L);
			assertThat(this.statements).during(post.author::get).selects(1);
		});
		assertThat(counters(AVOIDED)).isEmpty();
	}

	@Test
	void doesNotFindRowsThatWereNotReadWhole() {
		application.bean(JdbcTemplate.class)
			.update("insert into employee values (200, 'boss', 1), (201, 'clerk', 200)");
		inTransaction(() -> {
			Employee boss = this.employees.nameOnly(200L).get(0);
			Employee clerk = this.employees.findById(201L).orElseThrow();
			assertThat(this.statements).during(() -> assertThat(clerk.manager.get()).isNotSameAs(boss)).selects(1);
			assertThat(clerk.manager.get().manager.getId()).isEqualTo(1);
		});
		assertThat(counters(AVOIDED)).isEmpty();
		assertThat(counters(EXECUTED)).containsExactly("Employee.manager = 1");
	}

	@Test
	void countsTargetsThatResultsOfOneQueryShare() {
		givenAuthorWithPosts(10);
		List<Post> found = this.posts.findByAuthorIdOrderById(200L);
		assertThat(this.statements).during(() -> found.forEach((post) -> post.author.get())).selects(1);
		assertThat(counters(AVOIDED)).containsExactly("Post.author cache = 9");
		assertThat(counters(EXECUTED)).containsExactly("Post.author = 1");
	}

	@Test
	void countsHasOneThatTheOtherSideFilled() {
		application.bean(JdbcTemplate.class)
			.batchUpdate("delete from profile", "insert into profile values (200, 'bio', 1)");
		Profile profile = application.bean(Repositories.Profiles.class).findById(200L).orElseThrow();
		assertThat(this.statements).during(() -> assertThat(profile.author.get().profile.get()).isSameAs(profile))
			.selects(1);
		assertThat(counters(AVOIDED)).containsExactly("Author.profile inverse = 1");
		assertThat(counters(EXECUTED)).containsExactly("Profile.author = 1");
	}

	@Test
	void countsNeitherQuestionsNorWhatWasAssigned() {
		givenAuthorWithPosts(10);
		Author author = author(200L);
		author.posts.count();
		author.posts.exists();
		author.posts.find(200L);
		author.posts.first();
		Post built = author.posts.build((post) -> post.title = "built");
		built.author.get();
		Post assigned = new Post();
		assigned.author.set(author);
		assigned.author.get();
		assigned.editor.orNull();
		assertThat(counters(AVOIDED)).isEmpty();
		assertThat(counters(EXECUTED)).containsExactly("Author.posts = 4");
	}

	@Test
	void recordsTheSizeOfUnitsThatEnd() {
		inTransaction(() -> assertThat(this.authors.findAll()).hasSize(Data.ROWS));
		DistributionSummary entries = application.bean(MeterRegistry.class).get(ENTRIES).summary();
		assertThat(entries.count()).isEqualTo(1);
		assertThat(entries.max()).isEqualTo(Data.ROWS);
		application.unitOfWork().run(() -> author(1L));
		assertThat(entries.count()).isEqualTo(2);
		assertThat(entries.totalAmount()).isEqualTo(Data.ROWS + 1);
	}

	@Test
	void recordsUnitsThatRolledBack() {
		new TransactionTemplate(application.transactionManager()).executeWithoutResult((status) -> {
			this.authors.findAll();
			status.setRollbackOnly();
		});
		assertThat(application.bean(MeterRegistry.class).get(ENTRIES).summary().totalAmount()).isEqualTo(Data.ROWS);
	}

	@Test
	void publishesNothingWithMetricsOff() {
		try (Application silent = Application.start("inverseof.metrics.enabled=false")) {
			givenAuthorWithPosts(silent, 3);
			silent.unitOfWork().run(() -> renderPosts(silent.bean(Repositories.Authors.class)));
			assertThat(silent.bean(MeterRegistry.class).getMeters()).map((meter) -> meter.getId().getName())
				.isNotEmpty()
				.noneMatch((name) -> name.startsWith("inverseof"));
		}
	}

	private void givenAuthorWithPosts(int count) {
		givenAuthorWithPosts(application, count);
	}

	private static void givenAuthorWithPosts(Application application, int count) {
		application.bean(JdbcTemplate.class)
			.batchUpdate("insert into author values (200, 'prolific')",
					("insert into post (id, title, published, author_id) select 199 + x, 'post', true, 200 "
							+ "from system_range(1, %d)")
						.formatted(count));
	}

	private static void renderPosts(Repositories.Authors authors) {
		List<String> rendered = authors.findById(200L).orElseThrow().posts.stream()
			.map((post) -> post.title + " by " + post.author.get().name)
			.toList();
		assertThat(rendered).isNotEmpty().containsOnly("post by prolific");
	}

	private Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	private Post post(long id) {
		return this.posts.findById(id).orElseThrow();
	}

	private static void inTransaction(Runnable work) {
		new TransactionTemplate(application.transactionManager()).executeWithoutResult((status) -> work.run());
	}

	private static List<String> counters(String name) {
		return application.counters(name)
			.entrySet()
			.stream()
			.map((counter) -> counter.getKey() + " = " + counter.getValue())
			.toList();
	}

}
