package io.inverseof.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.InvalidPreloadException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Paths from {@link Post} and {@link Order}, those that exist and those that don't.
 */
class PreloadPathsTests {

	private final PreloadPaths paths = new PreloadPaths(
			Models.of(Author.class, Post.class, Comment.class, Order.class, Product.class));

	@Test
	void findsAnAssociation() {
		PreloadPath path = this.paths.of(Post.class, "author");
		assertThat(path.first().target()).isEqualTo(Author.class);
		assertThat(path.rest()).isNull();
		assertThat(path).hasToString("author");
	}

	@Test
	void goesOnFromTheTarget() {
		PreloadPath path = this.paths.of(Author.class, "posts.comments.author");
		assertThat(path.steps()).extracting(PreloadStep::name).containsExactly("posts", "comments", "author");
		assertThat(path.steps()).extracting(PreloadStep::target)
			.containsExactly(Post.class, Comment.class, Author.class);
		assertThat(path.rest()).isEqualTo("comments.author");
	}

	@Test
	void goesOnFromOneOfTheTargetsOfAPolymorphicBelongsTo() {
		PreloadPaths polymorphic = new PreloadPaths(Models.of(PolymorphicDetectionTests.Product.class,
				PolymorphicDetectionTests.Employee.class, PolymorphicDetectionTests.Image.class));
		PreloadPath path = polymorphic.of(PolymorphicDetectionTests.Image.class, "imageable.cover.imageable.images");
		assertThat(path).hasToString("imageable.cover.imageable.images");
		assertThat(path.first().isPolymorphic()).isTrue();
		assertThat(polymorphic.exists(PolymorphicDetectionTests.Product.class, "cover")).isTrue();
		assertThat(polymorphic.exists(PolymorphicDetectionTests.Employee.class, "cover")).isFalse();
	}

	@Test
	void goesBackToWhereItStarted() {
		assertThat(this.paths.of(Author.class, "posts.author.posts").steps()).hasSize(3);
	}

	@Test
	void goesThroughAnEmbeddedObjectInOneStep() {
		PreloadPath path = this.paths.of(Order.class, "details.clerk.posts");
		assertThat(path.steps()).extracting(PreloadStep::name).containsExactly("details.clerk", "posts");
		assertThat(path.rest()).isEqualTo("posts");
	}

	@Test
	void goesThroughEntitiesInsideTheAggregate() {
		assertThat(this.paths.of(Order.class, "lines.product").steps()).extracting(PreloadStep::target)
			.isEqualTo(List.of(Line.class, Product.class));
	}

	@Test
	void goesThroughListsMapsArraysAndEmbeddedObjectsInsideTheAggregate() {
		assertThat(this.paths.of(Order.class, "lines.parts.product").steps()).hasSize(3);
		assertThat(this.paths.of(Order.class, "notes.author").steps()).hasSize(2);
		assertThat(this.paths.of(Order.class, "shelves.product").steps()).hasSize(2);
		assertThat(this.paths.of(Order.class, "gift.product").steps()).hasSize(2);
		assertThat(this.paths.of(Order.class, "details.stamps.author").steps()).extracting(PreloadStep::name)
			.containsExactly("details.stamps", "author");
	}

	@Test
	void readsWhatIsInsideTheAggregate() {
		Order order = new Order();
		Line first = new Line();
		Line second = new Line();
		order.lines = Set.of(first, second);
		assertThat(parts(order, "lines.product")).containsExactlyInAnyOrder(first, second);
		Note note = new Note(BelongsTo.empty());
		order.notes = Map.of("x", note);
		assertThat(parts(order, "notes.author")).containsExactly(note);
		Line onShelf = new Line();
		order.shelves = new Line[] { onShelf };
		assertThat(parts(order, "shelves.product")).containsExactly(onShelf);
		assertThat(parts(order, "gift.product")).isEmpty();
		assertThat(parts(order, "details.stamps.author")).isEmpty();
	}

	private List<Object> parts(Order order, String path) {
		return ((PreloadStep.ToParts) this.paths.of(Order.class, path).first()).parts(order);
	}

	@Test
	void findsAssociationsThatASubclassInherits() {
		PreloadStep step = this.paths.of(Letter.class, "author").first();
		assertThat(((PreloadStep.ToTargets) step).association()).hasToString("Letter.author");
	}

	@Test
	void startsAtClassesThatLeadToAssociations() {
		assertThat(this.paths.startAt(Post.class)).isTrue();
		assertThat(this.paths.startAt(Line.class)).isTrue();
		assertThat(this.paths.startAt(Product.class)).isFalse();
		assertThat(this.paths.startAt(Tree.class)).isFalse();
		assertThat(this.paths.startAt(String.class)).isFalse();
		assertThat(this.paths.startAt(Runnable.class)).isFalse();
	}

	@Test
	void misspelled() {
		assertProblem(Post.class, "autor",
				"\"autor\" cannot be preloaded from Post: Post has no association \"autor\". Did you mean \"author\"?");
	}

	@Test
	void misspelledFurtherOn() {
		assertProblem(Author.class, "posts.coments.author", "\"posts.coments.author\" cannot be preloaded from Author: "
				+ "Post has no association \"coments\". Did you mean \"comments\"?");
	}

	@Test
	void unlikeAnything() {
		assertProblem(Post.class, "publisher", "\"publisher\" cannot be preloaded from Post: Post has no association "
				+ "\"publisher\". Write \"author\" or \"comments\".");
	}

	@Test
	void misspelledInAnEmbeddedObject() {
		assertProblem(Order.class, "details.clerc", "\"details.clerc\" cannot be preloaded from Order: Order has no "
				+ "association \"details.clerc\". Did you mean \"details.clerk\"?");
	}

	@Test
	void misspelledInsideTheAggregate() {
		assertProblem(Order.class, "lines.prodct", "\"lines.prodct\" cannot be preloaded from Order: Line has no "
				+ "association \"prodct\". Did you mean \"product\"?");
	}

	@Test
	void embeddedObjectAlone() {
		assertProblem(Order.class, "details", "\"details\" cannot be preloaded from Order: Order.details is of type "
				+ "Details and leads to no association. Write \"details.clerk\" or \"details.stamps\".");
	}

	@Test
	void plainProperty() {
		assertProblem(Post.class, "title", "\"title\" cannot be preloaded from Post: Post.title is of type String and "
				+ "leads to no association. Write \"author\" or \"comments\".");
	}

	@Test
	void plainReference() {
		assertProblem(Post.class, "editor", "\"editor\" cannot be preloaded from Post: Post.editor is an "
				+ "AggregateReference<Author, Long>, which does not load. Declare it as a BelongsTo<Author, Long>.");
	}

	@Test
	void endInsideTheAggregate() {
		assertProblem(Order.class, "lines", "\"lines\" cannot be preloaded from Order: Order.lines is a part of the "
				+ "aggregate and is there anyway. Remove the path, or go on to an association, as in \"lines.product\".");
		assertProblem(Order.class, "details.stamps", "\"details.stamps\" cannot be preloaded from Order: "
				+ "Order.details.stamps is a part of the aggregate and is there anyway. Remove the path, or go on to an "
				+ "association, as in \"details.stamps.author\".");
	}

	@Test
	void transientField() {
		assertProblem(Post.class, "drafts", "\"drafts\" cannot be preloaded from Post: Post.drafts is of type "
				+ "List<Post> and leads to no association. Write \"author\" or \"comments\".");
	}

	@Test
	void beyondTheLastAssociation() {
		assertProblem(Order.class, "lines.product.maker", "\"lines.product.maker\" cannot be preloaded from Order: "
				+ "Product has no associations. Write \"lines.product\".");
	}

	@Test
	void classWithoutAssociations() {
		assertProblem(Product.class, "maker",
				"\"maker\" cannot be preloaded from Product: Product has no associations. Remove the path.");
	}

	@Test
	void malformed() {
		for (String path : List.of("", " ", "author..posts", ".author", "author.", "author, comments")) {
			assertProblem(Post.class, path,
					("\"%s\" cannot be preloaded from Post: a path is a list of names separated by dots, without blanks or "
							+ "commas. Write each path as a string of its own, such as \"comments.author\".")
						.formatted(path));
		}
	}

	private void assertProblem(Class<?> type, String path, String message) {
		assertThatExceptionOfType(InvalidPreloadException.class).isThrownBy(() -> this.paths.of(type, path))
			.withMessage(message);
	}

	static class Author {

		@Id
		@Nullable Long id;

		final HasMany<Post> posts = hasMany(this);

	}

	static class Post {

		@Id
		@Nullable Long id;

		@Nullable String title;

		@Nullable AggregateReference<Author, Long> editor;

		@Transient
		List<Post> drafts = List.of();

		final BelongsTo<Author, Long> author = belongsTo(this);

		final HasMany<Comment> comments = hasMany(this);

	}

	static class Letter extends Post {

	}

	record Comment(@Id Long id, BelongsTo<Post, Long> post, BelongsTo<Author, Long> author) {

	}

	static class Product {

		@Id
		@Nullable Long id;

	}

	static class Order {

		@Id
		@Nullable Long id;

		Set<Line> lines = Set.of();

		Map<String, Note> notes = Map.of();

		Line[] shelves = {};

		@Nullable Line gift;

		@Embedded(onEmpty = OnEmpty.USE_NULL)
		@Nullable Details details;

	}

	static class Details {

		final BelongsTo<Author, Long> clerk = belongsTo(this);

		List<Note> stamps = List.of();

	}

	static class Line {

		final BelongsTo<Product, Long> product = belongsTo(this);

		List<Part> parts = List.of();

	}

	record Part(BelongsTo<Product, Long> product) {

	}

	record Note(BelongsTo<Author, Long> author) {

	}

	static class Tree {

		@Id
		@Nullable Long id;

		Set<Branch> branches = Set.of();

	}

	static class Branch {

		Set<Branch> branches = Set.of();

		@Nullable String name;

	}

}
