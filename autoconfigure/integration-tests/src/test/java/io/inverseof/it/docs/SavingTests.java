package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.CircularReferenceException;
import io.inverseof.ForeignChildException;
import io.inverseof.UnitOfWork;
import io.inverseof.UnsavedOwnerException;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.event.AbstractRelationalEvent;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.data.relational.core.mapping.event.BeforeConvertEvent;
import org.springframework.data.relational.core.mapping.event.BeforeSaveEvent;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/saving.md}: its code, its SQL, and what it says.
 */
@DocsTest
@RecordApplicationEvents
class SavingTests {

	private static final String TOO_LONG = "x".repeat(101);

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private Comments comments;

	@Autowired
	private Countries countries;

	@Autowired
	private Clubs clubs;

	@Autowired
	private JdbcAggregateTemplate template;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private ApplicationEvents events;

	private Author ada;

	private Author grace;

	private Post post;

	@BeforeEach
	void save() {
		ada = new Author().name("Ada");
		ada.posts().build((p) -> p.title("On engines"));
		ada.posts().build((p) -> p.title("On looms"));
		ada = authors.findById(authors.save(ada).id()).orElseThrow();
		grace = authors.findById(authors.save(new Author().name("Grace")).id()).orElseThrow();
		post = ada.posts().get(0);
		events.clear();
	}

	@Test
	void savesAnAuthorWithWhatIsNew() {
		List<Author> built = new ArrayList<>();
		assertDocumented(() -> {
			// tag::graph[]
			Author author = new Author().name("Ada");
			author.posts().build(p -> p.title("On engines"));
			author.posts().build(p -> p.title("On looms"));
			author.profile().build(p -> p.headline("Countess"));
			authors.save(author);
			// end::graph[]
			built.add(author);
		});
		assertThat(built.get(0).posts()).hasSize(2).allSatisfy((p) -> assertThat(p.author().getId()).isPositive());
	}

	@Test
	void savesANewAuthorBeforeThePost() {
		assertDocumented(() -> {
			// tag::parent[]
			Post post = new Post().title("On compilers");
			post.author().build(a -> a.name("Grace"));
			posts.save(post); // the author first
			// end::parent[]
			assertThat(post.author().getId()).isEqualTo(post.author().get().id()).isNotNull();
		});
	}

	@Test
	void savesTheOtherChildrenOfANewParentToo() {
		Post first = new Post().title("One");
		first.author().build((a) -> a.name("New")).posts().build((p) -> p.title("Two"));
		first.comments().add(new Comment(null, "Hm", BelongsTo.empty()));
		posts.save(first);
		assertThat(authors.findById(first.author().getId()).orElseThrow().posts()).hasSize(2);
		assertThat(posts.findById(first.id()).orElseThrow().comments()).hasSize(1);
	}

	@Test
	void movesAChild() {
		assertDocumented(() -> {
			// tag::move[]
			grace.posts().add(post); // leaves ada.posts()
			authors.save(grace);
			// end::move[]
		});
		assertThat(ada.posts()).hasSize(1);
		assertThat(posts.findByAuthorId(grace.id())).hasSize(1);
	}

	@Test
	void movedChildIsNotTakenBackByItsOldOwner() {
		grace.posts().add(post);
		authors.save(grace);
		assertThat(statements).during(() -> authors.save(ada)).updates(1).total(1);
		assertThat(posts.findByAuthorId(grace.id())).hasSize(1);
	}

	@Test
	void removesAChild() {
		assertDocumented(() -> {
			// tag::remove[]
			ada.posts().remove(post); // post.author() is empty now
			authors.save(ada);
			// end::remove[]
		});
		assertThat(post.author().isPresent()).isFalse();
		assertThat(posts.findById(post.id()).orElseThrow().author().getId()).isNull();
	}

	@Test
	void leavesAChildThatSomebodyElseMovedMeanwhile() {
		ada.posts().remove(post);
		Post elsewhere = posts.findById(post.id()).orElseThrow();
		elsewhere.author().set(grace);
		posts.save(elsewhere);
		authors.save(ada);
		assertThat(posts.findByAuthorId(grace.id())).hasSize(1);
	}

	@Test
	void savesTheDifference() {
		Post stays = ada.posts().get(1);
		assertDocumented(() -> {
			// tag::replace[]
			ada.posts().replaceWith(List.of(stays, new Post().title("On notes")));
			authors.save(ada);
			// end::replace[]
		});
		assertThat(posts.findByAuthorId(ada.id())).extracting(Post::title).containsExactly("On looms", "On notes");
	}

	@Test
	void replacesAHasOne() {
		ada.profile().build((p) -> p.headline("Countess"));
		authors.save(ada);
		Author author = authors.findById(ada.id()).orElseThrow();
		assertDocumented(() -> {
			// tag::has-one[]
			author.profile().set(new Profile().headline("Programmer"));
			authors.save(author);
			// end::has-one[]
		});
		assertThat(authors.findById(ada.id()).orElseThrow().profile().get().headline()).isEqualTo("Programmer");
	}

	@Test
	void savesRecords() {
		Post written = new Post().title("On records");
		// tag::records[]
		written.comments().add(new Comment(null, "First", BelongsTo.empty()));
		posts.save(written);
		Long id = written.comments().get(0).id(); // the saved copy took its place
		// end::records[]
		assertThat(id).isNotNull();
	}

	@Test
	void savesARecordThatSeveralReferToOnce() {
		Post shared = new Post().title("Shared");
		comments.saveAll(List.of(new Comment(null, "One", BelongsTo.to(shared)),
				new Comment(null, "Two", BelongsTo.to(shared))));
		assertThat(posts.findById(shared.id()).orElseThrow().comments()).hasSize(2);
	}

	@Test
	void closesACircle() {
		assertDocumented(() -> {
			// tag::circle[]
			Country norway = new Country().name("Norway");
			norway.capital().set(norway.cities().build(c -> c.name("Oslo")));
			countries.save(norway);
			// end::circle[]
			Country loaded = countries.findById(norway.id()).orElseThrow();
			assertThat(loaded.capital().getId()).isNotNull().isEqualTo(norway.capital().getId());
		}, 1);
	}

	@Test
	void refusesACircleWithoutANullableKey() {
		Club club = new Club();
		club.chair().build((member) -> member.club().set(club));
		assertThatExceptionOfType(CircularReferenceException.class).isThrownBy(() -> clubs.save(club));
		assertThat(clubs.findAll()).isEmpty();
	}

	@Test
	void creates() {
		assertDocumented(() -> {
			// tag::create[]
			Post created = ada.posts().create(p -> p.title("On notes"));
			// end::create[]
			assertThat(created.id()).isNotNull();
		});
		assertThat(ada.posts()).hasSize(3);
	}

	@Test
	void createsOnlyForAnOwnerThatIsThere() {
		assertThatExceptionOfType(UnsavedOwnerException.class)
			.isThrownBy(() -> new Author().posts().create((p) -> p.title("On nothing")));
	}

	@Test
	void changesNothingWhereItCannotCreate() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> ada.posts().create((p) -> p.title(TOO_LONG)));
		assertThat(ada.posts()).hasSize(2);
	}

	@Test
	void createsATargetAndLeavesItsOwnerToTheNextSave() {
		Post orphan = posts.save(new Post().title("Nobody's"));
		Author created = orphan.author().create((a) -> a.name("New"));
		assertThat(created.id()).isNotNull();
		assertThat(posts.findByAuthorId(created.id())).isEmpty();
		posts.save(orphan);
		assertThat(posts.findByAuthorId(created.id())).hasSize(1);
	}

	@Test
	void doesNotWriteWhatChangedInAChildThatHasARow() {
		// tag::not-written[]
		post.title("On looms and engines");
		authors.save(ada); // UPDATE author, and nothing else
		posts.save(post); // UPDATE post
		// end::not-written[]
		post.title("Again");
		assertThat(statements).during(() -> authors.save(ada)).updates(1).total(1);
		assertThat(posts.findById(post.id()).orElseThrow().title()).isEqualTo("On looms and engines");
	}

	@Test
	void writesTheKeyOfAMovedChildAlone() {
		post.title("Not written");
		grace.posts().add(post);
		authors.save(grace);
		assertThat(posts.findById(post.id()).orElseThrow().title()).isEqualTo("On engines");
	}

	@Test
	void doesNotSaveATargetThatHasARow() {
		Post written = new Post().title("On nothing");
		written.author().set(ada.name("Augusta"));
		posts.save(written);
		assertThat(authors.findById(ada.id()).orElseThrow().name()).isEqualTo("Ada");
	}

	@Test
	void doesNotDescendIntoUnchangedChildren() {
		post.comments().add(new Comment(null, "Not now", BelongsTo.empty()));
		authors.save(ada);
		assertThat(posts.findById(post.id()).orElseThrow().comments()).isEmpty();
		posts.save(post);
		assertThat(posts.findById(post.id()).orElseThrow().comments()).hasSize(1);
	}

	@Test
	void neverLoadsToSave() {
		Author author = authors.findById(ada.id()).orElseThrow();
		author.posts().add(new Post().title("Three"));
		assertThat(statements).during(() -> authors.save(author)).updates(1).inserts(1).total(2);
	}

	@Test
	void refusesARowThatNobodyLoaded() {
		Long own = comments.save(new Comment(null, "Mine", BelongsTo.to(post))).id();
		Long foreign = comments.save(new Comment(null, "Hers", BelongsTo.to(ada.posts().get(1)))).id();
		addComment(post.id(), own);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> addComment(post.id(), foreign));
		assertThat(comments.findById(own).orElseThrow().body()).isEqualTo("Mine");
		assertThat(comments.findById(foreign).orElseThrow().post().getId()).isEqualTo(ada.posts().get(1).id());
	}

	private void addComment(Long postId, Long commentId) {
		// tag::claimed[]
		Post own = posts.findById(postId).orElseThrow();
		Comment claimed = new Comment(commentId, "Mine now", BelongsTo.empty());
		own.comments().add(claimed);
		posts.save(own); // ForeignChildException, unless it is one of this post
		// end::claimed[]
	}

	@Test
	void movesAnAttachedChild(@Autowired AssociationOperations associations) {
		Comment foreign = comments.save(new Comment(null, "Hers", BelongsTo.to(ada.posts().get(1))));
		post.comments().add(associations.attach(new Comment(foreign.id(), "Mine now", BelongsTo.empty())));
		posts.save(post);
		Comment moved = comments.findById(foreign.id()).orElseThrow();
		assertThat(moved.post().getId()).isEqualTo(post.id());
		assertThat(moved.body()).isEqualTo("Hers");
	}

	@Test
	void savesAllOrNothing() {
		long before = authors.count();
		Author author = new Author().name("New");
		author.posts().build((p) -> p.title(TOO_LONG));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> authors.save(author));
		assertThat(authors.count()).isEqualTo(before);
		assertThat(author.id()).isNull();
		author.posts().get(0).title("Shorter");
		assertThat(authors.save(author).posts().get(0).id()).isNotNull();
	}

	@Test
	void rollsMemoryBack() {
		Author author = new Author().name("New");
		Post built = author.posts().build((p) -> p.title("Built"));
		transaction.executeWithoutResult((status) -> {
			authors.save(author);
			grace.posts().add(post);
			authors.save(grace);
			status.setRollbackOnly();
		});
		assertThat(author.id()).isNotNull();
		assertThat(built.id()).isNull();
		assertThat(post.author().getId()).isEqualTo(ada.id());
	}

	@Test
	void joinsATransaction() {
		transaction.executeWithoutResult((status) -> {
			Author author = authors.save(new Author().name("New"));
			author.posts().create((p) -> p.title("Created"));
			status.setRollbackOnly();
		});
		assertThat(posts.findAll()).noneMatch((p) -> "Created".equals(p.title()));
	}

	@Test
	void callsBackForParentsFirst() {
		Author author = new Author().name("New");
		author.posts().build((p) -> p.title("One"));
		author.posts().build((p) -> p.title("Two"));
		authors.save(author);
		assertThat(events.stream(AbstractRelationalEvent.class)
			.filter((event) -> event instanceof BeforeConvertEvent || event instanceof BeforeSaveEvent
					|| event instanceof AfterSaveEvent)
			.map((event) -> event.getClass().getSimpleName() + " " + event.getType().getSimpleName()))
			.containsExactly("BeforeConvertEvent Author", "BeforeSaveEvent Author", "AfterSaveEvent Author",
					"BeforeConvertEvent Post", "BeforeSaveEvent Post", "BeforeConvertEvent Post",
					"BeforeSaveEvent Post", "AfterSaveEvent Post", "AfterSaveEvent Post");
	}

	@Test
	void publishesNothingForAKeyThatIsWrittenAlone() {
		grace.posts().add(post);
		authors.save(grace);
		assertThat(events.stream(AbstractRelationalEvent.class)).noneMatch((event) -> event.getType() == Post.class);
	}

	@Test
	void savesAlikeInNaiveWork(@Autowired UnitOfWork unitOfWork) {
		Author author = new Author().name("New");
		author.posts().build((p) -> p.title("One"));
		assertThat(statements).during(() -> unitOfWork.naive().run(() -> authors.save(author))).inserts(2).total(2);
	}

	@Test
	void savesAlikeWhenDisabled() {
		try (ConfigurableApplicationContext disabled = new SpringApplicationBuilder(DocsApplication.class)
			.web(WebApplicationType.NONE)
			.properties("spring.flyway.enabled=false", "inverseof.enabled=false")
			.run()) {
			Author author = new Author().name("New");
			author.posts().build((p) -> p.title("One"));
			disabled.getBean(Authors.class).save(author);
			assertThat(disabled.getBean(Posts.class).findByAuthorId(author.id())).hasSize(1);
		}
	}

	@Test
	void theTemplateSavesGraphsToo() {
		Author author = new Author().name("New");
		author.posts().build((p) -> p.title("One"));
		template.insert(author);
		assertThat(author.posts().get(0).id()).isNotNull();
	}

	@Test
	void aTemplateOfYourOwnSavesGraphsToo(@Autowired ApplicationContext context, @Autowired JdbcConverter converter,
			@Autowired DataAccessStrategy strategy) {
		JdbcAggregateTemplate own = new JdbcAggregateTemplate(context, converter.getMappingContext(), converter,
				strategy);
		Post written = new Post().title("One");
		written.author().build((a) -> a.name("New"));
		written.comments().add(new Comment(null, "Hm", BelongsTo.empty()));
		own.save(written);
		assertThat(written.author().getId()).isNotNull();
		assertThat(posts.findById(written.id()).orElseThrow().comments()).hasSize(1);
		long before = authors.count();
		Author author = new Author().name("Kept");
		author.posts().build((p) -> p.title(TOO_LONG));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> own.save(author));
		assertThat(authors.count()).isEqualTo(before + 1);
	}

	private void assertDocumented(Runnable work) {
		assertDocumented(work, 0);
	}

	private void assertDocumented(Runnable work, int later) {
		List<String> sent = statements.countDuring(work).statements();
		PrintedSql.assertContains(sent.subList(0, sent.size() - later));
	}

}
