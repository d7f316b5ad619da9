package io.inverseof.it.preload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

import io.inverseof.BelongsTo;
import io.inverseof.InvalidPreloadException;
import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.preload.Press.Column;
import io.inverseof.it.preload.Press.Comment;
import io.inverseof.it.preload.Press.Line;
import io.inverseof.it.preload.Press.Post;
import io.inverseof.it.preload.Press.Product;
import io.inverseof.it.preload.Press.Profile;
import io.inverseof.it.preload.Press.Purchase;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@code AssociationOperations.preload}.
 */
class OperationsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Operations {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Operations {

	}

	abstract static class Operations extends PreloadTest {

		@Test
		void aHundredAuthorsAndTheirPostsInTwoStatements() {
			fill(100);
			assertThat(this.statements).during(() -> {
				List<Author> authors = this.authors.findAll();
				this.associations.preload(authors, "posts");
				assertThat(authors).allSatisfy((author) -> {
					assertThat(author.posts).hasSize(2);
					assertThat(author.posts.get(0).author.get()).isSameAs(author);
				});
			}).selects(2);
		}

		@Test
		void aNestedPathInThreeStatements() {
			fill(50);
			assertThat(this.statements).during(() -> {
				List<Author> authors = this.authors.findAll();
				this.associations.preload(authors, "posts.comments");
				assertThat(authors)
					.allSatisfy((author) -> author.posts.forEach((post) -> assertThat(post.comments).hasSize(2)));
			}).selects(3);
		}

		@Test
		void moreKeysThanOneQueryAsksFor() {
			fill(250);
			List<Author> authors = this.authors.findAll();
			assertThat(this.statements).during(() -> this.associations.preload(authors, "posts")).selects(3);
			assertThat(this.statements)
				.during(() -> assertThat(authors).allSatisfy((a) -> assertThat(a.posts).hasSize(2)))
				.none();
		}

		@Test
		void thereAndBack() {
			fill(3);
			List<Post> posts = new ArrayList<>();
			this.posts.query().forEach(posts::add);
			assertThat(this.statements).during(() -> {
				this.associations.preload(posts, "author.posts.author");
				assertThat(posts).allSatisfy((post) -> {
					Author author = post.author.get();
					assertThat(author.posts).hasSize(2)
						.allSatisfy((other) -> assertThat(other.author.get()).isSameAs(author));
				});
			}).selects(1);
		}

		@Test
		void whatIsInMemoryIsNotLoadedAgain() {
			fill(3);
			List<Author> authors = this.authors.findAll();
			List<Post> read = List.copyOf(authors.get(0).posts);
			this.associations.preload(authors, "posts");
			assertThat(authors.get(0).posts).containsExactlyElementsOf(read);
			assertThat(this.statements).during(() -> this.associations.preload(authors, "posts", "posts.author"))
				.none();
		}

		@Test
		void theTargetOfTheUnitOfWorkIsUsed() {
			fill(3);
			inTransaction(() -> {
				List<Author> authors = this.authors.findAll();
				List<Profile> profiles = this.profiles.findAll();
				assertThat(this.statements).during(() -> this.associations.preload(profiles, "author")).none();
				assertThat(authors).contains(profiles.get(0).author.get());
			});
		}

		@Test
		void objectsThatNobodyLoaded() {
			fill(100);
			List<Author> authors = LongStream.rangeClosed(1, 100).mapToObj(Operations::author).toList();
			assertThat(this.statements).during(() -> this.associations.preload(authors, "posts", "profile")).selects(2);
			assertThat(this.statements)
				.during(() -> assertThat(authors)
					.allSatisfy((author) -> assertThat(author.profile.get().author.get()).isSameAs(author)))
				.none();
		}

		@Test
		void referencesThatNobodyLoaded() {
			fill(5);
			List<Comment> comments = LongStream.rangeClosed(1, 8)
				.mapToObj((id) -> new Comment(id, null, BelongsTo.toId(id), BelongsTo.toId(id % 5 + 1)))
				.toList();
			assertThat(this.statements).during(() -> this.associations.preload(comments, "post.author", "author"))
				.selects(3);
			assertThat(this.statements)
				.during(() -> assertThat(comments)
					.allSatisfy((comment) -> assertThat(comment.author().get().id).isEqualTo(comment.id() % 5 + 1)))
				.none();
		}

		@Test
		void newObjectsLeadToWhatTheyHave() {
			fill(3);
			Author author = this.authors.findById(1L).orElseThrow();
			Post post = new Post();
			post.author.set(author);
			assertThat(this.statements)
				.during(() -> this.associations.preload(List.of(post), "author.profile", "comments"))
				.selects(1);
			assertThat(this.statements).during(() -> author.profile.get()).none();
		}

		@Test
		void entitiesInsideAnAggregate() {
			fillPurchases();
			assertThat(this.statements).during(() -> {
				List<Purchase> purchases = this.purchases.findAll();
				assertThat(purchases).hasSize(3).allSatisfy((purchase) -> {
					assertThat(purchase.lines).extracting((line) -> line.product.get().name)
						.containsExactlyInAnyOrder("pen", "ink");
					assertThat(purchase.author.get().name).isEqualTo("author 1");
				});
			}).satisfies((counts) -> assertThat(counts.statements()).filteredOn(this::readsTargets).hasSize(2));
		}

		private boolean readsTargets(String sql) {
			return sql.toLowerCase(Locale.ROOT).matches(".* from \"(product|author)\".*");
		}

		private void fillPurchases() {
			fill(1);
			this.jdbc.update("insert into product(id, name) values (1, 'pen'), (2, 'ink')");
			this.jdbc.update("insert into purchase(id, author_id) values (1, 1), (2, 1), (3, 1)");
			this.jdbc.update("insert into line(purchase, quantity, product_id) values (1, 1, 1), (1, 2, 2), (2, 1, 1), "
					+ "(2, 2, 2), (3, 1, 1), (3, 2, 2)");
		}

		@Test
		void entitiesInsideAnAggregateThemselves() {
			this.jdbc.update("insert into product(id, name) values (1, 'pen'), (2, 'ink')");
			List<Line> lines = List.of(Line.of(1), Line.of(2), Line.of(1));
			this.associations.preload(lines, "product");
			assertThat(this.statements)
				.during(() -> assertThat(lines).extracting((line) -> line.product.get().name)
					.containsExactly("pen", "ink", "pen"))
				.none();
		}

		@Test
		void objectsOfSeveralClasses() {
			fill(3);
			List<Object> mixed = new ArrayList<>(this.profiles.findAll());
			mixed.addAll(this.comments.findAll());
			this.associations.preload(mixed, "author");
			assertThat(this.statements).during(() -> mixed.forEach((object) -> {
				if (object instanceof Comment comment) {
					comment.author().get();
				}
			})).none();
		}

		@Test
		void subclassesWithWhatTheyInherit() {
			fill(3);
			Column column = new Column();
			column.id = 1L;
			column.author.setId(1L);
			column.editor.setId(2L);
			List<Post> posts = List.of(post(1), column);
			this.associations.preload(posts, "author.profile", "comments");
			assertThat(this.statements).during(() -> {
				assertThat(column.author.get().profile.get().bio).isEqualTo("bio 1");
				assertThat(column.comments).hasSize(2);
				assertThat(posts.get(0).comments).hasSize(2);
			}).none();
			this.associations.preload(List.of(column), "editor");
			assertThat(this.statements).during(() -> column.editor.get()).none();
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

		@Test
		void whatWasReloadedIsReadAgain() {
			fill(3);
			Post post = post(1);
			Author before = post.author.get();
			this.jdbc.update("update author set name = 'changed'");
			post.author.reload();
			this.associations.preload(List.of(post), "author");
			assertThat(this.statements).during(() -> assertThat(post.author.get().name).isEqualTo("changed")).none();
			assertThat(post.author.get()).isNotSameAs(before);
		}

		@Test
		void afterARollbackItIsForgotten() {
			fill(3);
			List<Author> authors = this.authors.findAll();
			this.transaction.executeWithoutResult((status) -> {
				this.associations.preload(authors, "posts");
				status.setRollbackOnly();
			});
			assertThat(authors).noneMatch((author) -> author.posts.isLoaded());
			assertThat(authors.get(0).posts).hasSize(2);
		}

		@Test
		void aDuplicateCountsOnce() {
			fill(3);
			Author author = this.authors.findById(1L).orElseThrow();
			Author again = this.authors.findById(1L).orElseThrow();
			this.associations.preload(List.of(author, author, again), "posts");
			assertThat(this.statements).during(() -> {
				assertThat(author.posts).hasSize(2)
					.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(author));
				assertThat(again.posts).hasSize(2).allSatisfy((post) -> assertThat(post.author.get()).isSameAs(again));
			}).none();
		}

		@Test
		void inANaiveUnitOfWorkNothing() {
			fill(3);
			this.unitOfWork.naive().run(() -> {
				List<Author> authors = this.authors.findAll();
				assertThat(this.statements).during(() -> this.associations.preload(authors, "posts")).none();
				assertThat(this.statements).during(() -> authors.forEach((author) -> author.posts.size())).selects(3);
			});
		}

		@Test
		void nothingOfNothing() {
			assertThat(this.statements).during(() -> {
				this.associations.preload(null, "author");
				this.associations.preload(List.of(), "author");
				this.associations.preload(List.of(new Post()));
			}).none();
		}

		@Test
		void aWrongPathBeforeAnythingIsLoaded() {
			fill(3);
			List<Author> authors = this.authors.findAll();
			assertThat(this.statements).during(() -> assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.associations.preload(authors, "profile", "posts.coments"))
				.withMessage(
						"\"posts.coments\" cannot be preloaded from Author: Post has no association \"coments\". Did you "
								+ "mean \"comments\"?"))
				.none();
		}

		@Test
		void aPathThatOneOfSeveralClassesDoesNotHave() {
			List<Object> mixed = List.of(new Post(), new Author());
			assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.associations.preload(mixed, "author"))
				.withMessage(
						"\"author\" cannot be preloaded from Author: Author has no association \"author\". Write \"posts\" "
								+ "or \"profile\".");
		}

		@Test
		void elementsThatAreNull() {
			assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.associations.preload(Arrays.asList(new Post(), null), "author"))
				.withMessage("preload(..) was given null at position 1. Leave it out.");
		}

		@Test
		void elementsThatAreNoEntities() {
			assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.associations.preload(List.of(Optional.of(new Post())), "author"))
				.withMessage(
						"preload(..) was given a java.util.Optional, which has no associations. Pass entities that have "
								+ "the association.");
			assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.associations.preload(List.of(new Product()), "maker"))
				.withMessage(
						"preload(..) was given a io.inverseof.it.preload.Press$Product, which has no associations. Pass "
								+ "entities that have the association.");
		}

		@Test
		@SuppressWarnings("NullAway")
		void aPathThatIsNull() {
			assertThatIllegalArgumentException().isThrownBy(() -> this.associations.preload(List.of(), "author", null))
				.withMessage("'paths' must not contain null");
		}

		private static Author author(long id) {
			Author author = new Author();
			author.id = id;
			return author;
		}

	}

}
