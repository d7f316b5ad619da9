package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.InverseOfException;
import io.inverseof.StrictLoading;
import io.inverseof.Through;
import io.inverseof.UnitOfWork;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.annotation.Id;
import org.springframework.jdbc.core.JdbcTemplate;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * {@code docs/errors.md}: each message it prints is one that was thrown here, but for the
 * ids in it.
 */
@DocsTest
class ErrorsTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private Comments comments;

	@Autowired
	private Orders orders;

	@Autowired
	private Clubs clubs;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private Libraries libraries;

	@Autowired
	private Readers readers;

	@Autowired
	private Loans loans;

	@Autowired
	private Products products;

	@Autowired
	private Pictures pictures;

	@Autowired
	private Entries entries;

	@Autowired
	private Tweets tweets;

	@Autowired
	private JdbcTemplate jdbc;

	private Author author;

	private Post post;

	@BeforeEach
	void save() {
		author = authors.save(new Author().name("Ada"));
		post = posts.save(new Post().title("On engines"));
	}

	@Test
	void emptyAssociation() {
		assertDocumented(() -> post.author().get());
		assertDocumented(() -> author.profile().get());
	}

	@Test
	void danglingReference() {
		post.author().setId(123456L);
		assertDocumented(() -> posts.save(post).author().get());
	}

	@Test
	void missingChild() {
		assertDocumented(() -> author.posts().find(123456L));
	}

	@Test
	void unreadKey() {
		Post title = posts.findTitles().get(0);
		assertDocumented(() -> title.author().getId());
	}

	@Test
	void unsavedTarget() {
		assertDocumented(() -> posts.findByAuthor(BelongsTo.to(new Author())));
	}

	@Test
	void unsavedOwner() {
		assertDocumented(() -> new Author().posts().create((built) -> built.title("On nothing")));
	}

	@Test
	void circularReference() {
		Club club = new Club();
		club.chair().build((member) -> member.club().set(club));
		assertDocumented(() -> clubs.save(club));
	}

	@Test
	void foreignChild() {
		Comment foreign = comments.save(new Comment(null, "Hers", BelongsTo.empty()));
		post.comments().add(new Comment(foreign.id(), "Mine now", BelongsTo.empty()));
		assertDocumented(() -> posts.save(post));
		Post written = new Post();
		written.comments().add(new Comment(foreign.id(), "Mine now", BelongsTo.empty()));
		assertDocumented(() -> posts.save(written));
	}

	@Test
	void emptyReference() {
		assertDocumented(() -> posts.findByAuthor(BelongsTo.empty()));
	}

	@Test
	void detachedAssociation() {
		Comment comment = new Comment(123456L, "From a form", BelongsTo.toId(post.id()));
		assertDocumented(() -> comment.post().get());
		assertDocumented(() -> new Shelf(new ShelfId("A", 1)).boxes().create((box) -> {
		}));
	}

	@Test
	void immutableForeignKey() {
		assertDocumented(() -> new Receipt(1L).customer().set(new Customer()));
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void illegalTarget() {
		assertDocumented(() -> ((BelongsTo) post.author()).set("Ada"));
		assertDocumented(() -> post.comments().build((comment) -> {
		}));
	}

	@Test
	void strictLoading() {
		Post written = posts.save(author.posts().build((built) -> built.title("More")));
		Post read = posts.findById(written.id()).orElseThrow();
		assertDocumented(() -> unitOfWork.strict(StrictLoading.Mode.FAIL).run(() -> PostPage.render(read)));
		assertDocumented(new OrderPage(orders.save(new Order()))::render);
		runWith("inverseof.strict-loading=fail", (context) -> {
			Author saved = context.getBean(Authors.class).save(new Author());
			Post first = context.getBean(Posts.class).save(saved.posts().build((built) -> built.title("First")));
			Post again = context.getBean(Posts.class).findById(first.id()).orElseThrow();
			assertDocumented(() -> PostPage.render(again));
		});
	}

	@Test
	void invalidPreload() {
		assertDocumented(() -> associations.preload(List.of(post), "comments.autor"));
		assertDocumented(() -> associations.preload(List.of(new Order()), "lines"));
		assertDocumented(() -> associations.preload(List.of(Optional.of(post)), "author"));
		assertDocumented(() -> associations.preload(Arrays.asList(post, null), "author"));
	}

	@Test
	void rowNotFound() {
		posts.delete(post);
		assertDocumented(() -> associations.reload(post));
		author.posts().add(post);
		assertDocumented(() -> authors.save(author));
	}

	@Test
	void missingCounter() {
		assertDocumented(() -> associations.resetCounters(author));
	}

	@Test
	void restrictedDeletion() {
		Loan loan = loan();
		assertDocumented(() -> libraries.delete(loan.library().get()));
	}

	@Test
	void requiredForeignKey() {
		Loan loan = loan();
		assertDocumented(() -> readers.delete(loan.reader().get()));
		Library library = loan.library().get();
		library.loans().clear();
		assertDocumented(() -> libraries.save(library));
	}

	private Loan loan() {
		Loan loan = new Loan();
		loan.library().set(libraries.save(new Library().name("Bodleian")));
		loan.reader().set(readers.save(new Reader()));
		return loans.save(loan);
	}

	@Test
	void polymorphic() {
		Picture picture = new Picture();
		assertDocumented(() -> picture.subject().setId(7L));
		picture.subject().set(products.save(new Product()));
		Picture saved = pictures.save(picture);
		assertDocumented(() -> pictures.findBySubject(saved.subject()));
		jdbc.update("UPDATE picture SET subject_type = 'Gone'");
		Picture read = pictures.findAll().get(0);
		assertDocumented(() -> read.subject().get());
		jdbc.update("DELETE FROM picture");
	}

	@Test
	void readOnlyAssociation() {
		assertDocumented(() -> new Street().cities.add(new City()));
	}

	@Test
	void contextClosed() {
		List<Author> read = new ArrayList<>();
		runWith("debug=false", (context) -> read.add(context.getBean(Authors.class).save(new Author())));
		assertDocumented(() -> read.get(0).posts().size());
	}

	private static void runWith(String property, Consumer<ApplicationContext> work) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DocsApplication.class)
			.web(WebApplicationType.NONE)
			.properties("spring.flyway.enabled=false", property)
			.run()) {
			work.accept(context);
		}
	}

	@Test
	void unexpectedType() {
		entries.save(new Entry());
		assertDocumented(tweets::findEntries);
		entries.deleteAll();
	}

	private static void assertDocumented(ThrowingCallable call) {
		Throwable thrown = catchThrowableOfType(Throwable.class, call);
		while (!(thrown instanceof InverseOfException) && thrown != null && thrown.getCause() != null) {
			thrown = thrown.getCause();
		}
		assertThat(thrown).isInstanceOf(InverseOfException.class);
		assertThat(Documentation.page("errors.md")).contains("### " + thrown.getClass().getSimpleName());
		assertThat(List.of(thrown.getMessage())).filteredOn((message) -> !isDocumented(message)).isEmpty();
	}

	static boolean isDocumented(String message) {
		return normalize(Documentation.page("errors.md")).contains(normalize(message));
	}

	static String normalize(String text) {
		return text.replaceAll("\\s+", " ").replaceAll("\\d+", "#");
	}

	static class Street {

		@Id
		Long id;

		BelongsTo<Country, Long> country = belongsTo(this);

		@Through("country")
		HasMany<City> cities = hasMany(this);

	}

}
