package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.EmptyAssociationException;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/associations.md}.
 */
@DocsTest
class AssociationsTests {

	@Autowired
	private Authors authors;

	@Autowired
	private Posts posts;

	@Autowired
	private Profiles profiles;

	@Autowired
	private Comments comments;

	@Autowired
	private Projects projects;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Customers customers;

	@Autowired
	private Invoices invoices;

	@Autowired
	private Shelves shelves;

	@Autowired
	private Boxes boxes;

	@Autowired
	private Recipes recipes;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private StatementCounter statements;

	private Author ada;

	private Author grace;

	@BeforeEach
	void save() {
		ada = authors.save(new Author().name("Ada"));
		grace = authors.save(new Author().name("Grace"));
		posts.save(ada.posts().build((post) -> post.title("One")));
		posts.save(ada.posts().build((post) -> post.title("Two")));
		posts.save(ada.posts().build((post) -> post.title("Three")));
		profiles.save(ada.profile().build((profile) -> profile.headline("Countess")));
		ada = authors.findById(ada.id()).orElseThrow();
		grace = authors.findById(grace.id()).orElseThrow();
	}

	@Test
	void readsToOne() {
		Post post = ada.posts().get(0);
		Post orphan = posts.save(new Post().title("Nobody's"));
		// tag::to-one[]
		Author author = post.author().get(); // or an exception that says why
		Author orNull = orphan.author().orNull(); // null: empty, or no such row
		boolean present = orphan.author().isPresent(); // the same question
		Long key = post.author().getId(); // never loads
		// end::to-one[]
		assertThat(author).isSameAs(ada);
		assertThat(orNull).isNull();
		assertThat(present).isFalse();
		assertThat(key).isEqualTo(ada.id());
		assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(() -> orphan.author().get());
		assertThat(ada.profile().get().author().get()).isSameAs(ada);
	}

	@Test
	void findsByReference() {
		Author author = ada;
		// tag::finding[]
		List<Post> byReference = posts.findByAuthor(BelongsTo.to(author));
		List<Post> byKey = posts.findByAuthorId(author.id());
		// end::finding[]
		assertThat(byReference).hasSize(3);
		assertThat(byKey).hasSize(3);
	}

	@Test
	void readsParts() {
		Author author = ada;
		Long postId = ada.posts().get(1).id();
		ada.posts().reload();
		assertThat(statements).during(() -> {
			// tag::parts[]
			long count = author.posts().count(); // SELECT COUNT(1)
			boolean any = author.posts().exists(); // SELECT COUNT(1), too
			Post second = author.posts().find(postId); // that row only
			List<Post> newest = author.posts().last(2); // two rows
			// end::parts[]
			assertThat(count).isEqualTo(3);
			assertThat(any).isTrue();
			assertThat(second.author().get()).isSameAs(author);
			assertThat(newest).hasSize(2).contains(second);
			assertThat(author.posts().isLoaded()).isFalse();
		}).selects(4);
		assertThat(statements).during(() -> {
			author.posts().size();
			author.posts().count();
			author.posts().find(postId);
			author.posts().last(2);
		}).selects(1);
	}

	@Test
	void addsWithoutLoading() {
		Author author = ada;
		assertThat(statements).during(() -> {
			// tag::add[]
			Post post = new Post().title("Four");
			author.posts().add(post); // does not load; post.author() is author now
			author.posts().add(post); // false: it is there
			// end::add[]
			assertThat(post.author().get()).isSameAs(author);
			assertThat(author.posts().add(post)).isFalse();
		}).none();
		assertThat(author.posts()).hasSize(4).last().extracting(Post::title).isEqualTo("Four");
	}

	@Test
	void moves() {
		Post post = ada.posts().get(0);
		// tag::moving[]
		post.author().set(grace); // leaves ada.posts() at once
		posts.save(post); // UPDATE post SET .. author_id = ..
		// end::moving[]
		assertThat(ada.posts()).hasSize(2);
		assertThat(authors.findById(grace.id()).orElseThrow().posts()).hasSize(1);
	}

	@Test
	void removes() {
		Post post = ada.posts().get(0);
		// tag::removing[]
		ada.posts().remove(post); // post.author() is empty now
		posts.save(post); // UPDATE post SET .. author_id = NULL
		// end::removing[]
		assertThat(post.author().isPresent()).isFalse();
		assertThat(posts.findByAuthorId(ada.id())).hasSize(2);
	}

	@Test
	void holdsReferencesInRecords() {
		Post post = ada.posts().get(0);
		// tag::records[]
		Comment comment = comments.save(new Comment(null, "Agreed", BelongsTo.to(post)));
		comments.save(new Comment(null, "So do I", BelongsTo.toId(post.id())));
		comments.save(new Comment(null, "About nothing", BelongsTo.empty()));
		// end::records[]
		assertThat(comment.post().get()).isSameAs(post);
		assertThat(post.comments()).hasSize(2).allSatisfy((c) -> assertThat(c.post().get()).isSameAs(post));
	}

	@Test
	void scopes() {
		Project project = projects.save(new Project().name("Archive"));
		Task mine = new Task().title("Scan").assignee("Ben");
		mine.project().set(project);
		tasks.save(mine);
		Task later = new Task().title("Print");
		later.project().set(project);
		tasks.save(later);
		Project loaded = projects.findById(project.id()).orElseThrow();
		assertThat(loaded.assignedTasks()).hasSize(1);
		assertThat(loaded.tasks()).extracting(Task::id).containsExactly(later.id(), mine.id());
		assertThat(loaded.assignedTasks().get(0).project().get()).isSameAs(loaded);
	}

	@Test
	void followsProperty() {
		Customer acme = customers.save(new Customer().name("Acme"));
		Customer other = customers.save(new Customer().name("Other"));
		Invoice invoice = new Invoice();
		// tag::following[]
		invoice.customerId(acme.id());
		invoices.save(invoice);
		invoice.customer().get(); // loads the customer of customerId

		invoice.customer().set(other); // writes customerId
		// end::following[]
		assertThat(invoice.customerId()).isEqualTo(other.id());
		invoice.customerId(acme.id());
		assertThat(invoice.customer().get().name()).isEqualTo("Acme");
		assertThat(customers.findById(acme.id()).orElseThrow().invoices()).hasSize(1);
	}

	@Test
	void mapsCompositeKeys() {
		Shelf shelf = shelves.save(new Shelf(new ShelfId("A", 3)));
		boxes.save(shelf.boxes().build((box) -> {
		}));
		Shelf loaded = shelves.findById(new ShelfId("A", 3)).orElseThrow();
		assertThat(loaded.boxes()).hasSize(1).first().satisfies((box) -> {
			assertThat(box.shelf().getId()).isEqualTo(new ShelfId("A", 3));
			assertThat(box.shelf().get()).isSameAs(loaded);
		});
	}

	@Test
	void reloads() {
		Author author = ada;
		author.posts().size();
		assertThat(statements).during(() -> {
			// tag::reload[]
			author.posts().reload(); // forgets; the next read queries
			associations.reload(author); // reads the row, forgets its associations
			// end::reload[]
			assertThat(author.posts().isLoaded()).isFalse();
		}).selects(1);
		Long postId = author.posts().get(0).id();
		// tag::attach[]
		Comment comment = associations.attach(new Comment(7L, "From a form", BelongsTo.toId(postId)));
		comment.post().get(); // loads, now that it is attached
		// end::attach[]
		assertThat(comment.post().get().id()).isEqualTo(postId);
	}

	@Test
	void refersBackInsideAnAggregate() {
		Recipe recipe = new Recipe();
		// tag::back-reference-use[]
		recipe.steps().add(new Step().text("Boil water"));
		recipes.save(recipe); // validation sees step.recipe()

		Recipe loaded = recipes.findById(recipe.id()).orElseThrow();
		Step step = loaded.steps().get(0);
		step.recipe(); // loaded, without a query
		// end::back-reference-use[]
		assertThat(recipe.steps().get(0).recipe()).isSameAs(recipe);
		assertThat(step.recipe()).isSameAs(loaded);
	}

	@Test
	void worksWithoutSpring() {
		// tag::in-memory[]
		Author author = new Author().name("Ada");
		Post post = author.posts().build(p -> p.title("On engines"));

		assertThat(post.author().get()).isSameAs(author);
		assertThat(author.posts()).containsExactly(post);
		// end::in-memory[]
	}

}
