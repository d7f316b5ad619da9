package io.inverseof.it.preload;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.preload.Press.Comment;
import io.inverseof.it.preload.Press.Post;
import io.inverseof.it.preload.Press.Profile;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Example;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.CrudRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code @Preload} on the methods of repositories. Five authors with two posts each, two
 * comments for each post.
 */
class QueryMethodsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends QueryMethods {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends QueryMethods {

	}

	abstract static class QueryMethods extends PreloadTest {

		@BeforeEach
		void fill() {
			fill(5);
		}

		@Test
		void aList() {
			assertThat(this.statements).during(() -> this.posts.findAll().forEach(this::assertAuthor)).selects(2);
		}

		@Test
		void aListByTheInterfaceThatDeclaresTheMethodFirst() {
			CrudRepository<Post, Long> posts = this.posts;
			assertThat(this.statements).during(() -> posts.findAll().forEach(this::assertAuthor)).selects(2);
			assertThat(this.statements).during(() -> posts.findById(3L)).selects(2);
		}

		@Test
		void anOptional() {
			assertThat(this.statements)
				.during(() -> assertThat(this.posts.findById(3L)).hasValueSatisfying(this::assertAuthor))
				.selects(2);
			assertThat(this.posts.findById(99L)).isEmpty();
		}

		@Test
		void oneOrNull() {
			assertThat(this.statements).during(() -> assertAuthor(this.posts.findByTitle("post 3"))).selects(2);
			assertThat(this.posts.findByTitle("none")).isNull();
		}

		@Test
		void aPage() {
			assertThat(this.statements).during(() -> {
				Page<Post> page = this.posts.findByTitleNotNullOrderById(PageRequest.of(1, 4));
				assertThat(page.getTotalElements()).isEqualTo(10);
				assertThat(page).hasSize(4).allSatisfy(this::assertAuthor);
			}).selects(3);
		}

		@Test
		void aSlice() {
			assertThat(this.statements).during(() -> {
				Slice<Post> slice = this.posts.findByIdNotNullOrderById(PageRequest.of(0, 4));
				assertThat(slice).hasSize(4).allSatisfy(this::assertAuthor);
			}).selects(2);
		}

		@Test
		void aSet() {
			assertThat(this.statements)
				.during(() -> assertThat(this.posts.findByIdLessThan(5L)).hasSize(4).allSatisfy(this::assertAuthor))
				.selects(2);
		}

		@Test
		void anAnnotatedQuery() {
			assertThat(this.statements)
				.during(() -> assertThat(this.posts.query()).hasSize(10).allSatisfy(this::assertAuthor))
				.selects(2);
		}

		@Test
		void queryByExample() {
			Post example = new Post();
			example.title = "post 3";
			example.review = null;
			assertThat(this.statements).during(
					() -> assertThat(this.posts.findAll(Example.of(example))).hasSize(1).allSatisfy(this::assertAuthor))
				.selects(2);
		}

		@Test
		void aMapOfADefaultMethod() {
			assertThat(this.statements).during(() -> {
				Map<Long, Post> posts = this.posts.byId();
				assertThat(posts.values()).hasSize(10).allSatisfy(this::assertAuthor);
				assertThat(posts.get(7L).author.get().profile.get().bio).isEqualTo("bio 4");
			}).selects(3);
		}

		@Test
		void anArrayOfAnImplementationByHand() {
			assertThat(this.statements).during(() -> {
				Post[] made = this.posts.made(1L, 2L);
				assertThat(made[1].comments).extracting((comment) -> comment.author().get().name)
					.containsExactly("author 2", "author 1");
			}).selects(2);
		}

		@Test
		void aFuture() {
			assertThat(this.statements).during(() -> {
				CompletableFuture<List<Post>> posts = this.posts.findByIdGreaterThan(5L);
				assertThat(posts.join()).hasSize(5).allSatisfy(this::assertAuthor);
			}).selects(2);
		}

		@Test
		void aMethodOfAGenericBase() {
			assertThat(this.statements)
				.during(() -> assertThat(this.profiles.findAllById(List.of(1L, 2L, 3L))).hasSize(3)
					.extracting((Profile profile) -> profile.author.get().name)
					.containsExactlyInAnyOrder("author 1", "author 2", "author 3"))
				.selects(2);
		}

		@Test
		void anEmbeddedObject() {
			this.jdbc.update("update post set reviewer_id = 5 where id < 3");
			assertThat(this.statements)
				.during(() -> assertThat(this.posts.findByIdIn(List.of(1L, 2L, 3L)))
					.extracting(
							(post) -> post.review.reviewer.optional().map((reviewer) -> reviewer.name).orElse("none"))
					.containsExactlyInAnyOrder("author 5", "author 5", "none"))
				.selects(2);
		}

		@Test
		void aStreamInGrowingChunks() {
			assertThat(this.statements).during(() -> inTransaction(() -> {
				try (Stream<Post> posts = this.posts.findByTitleStartingWithOrderById("post")) {
					assertThat(posts.limit(1)).allSatisfy(this::assertAuthor);
				}
			})).selects(2);
			assertThat(this.statements).during(() -> inTransaction(() -> {
				try (Stream<Post> posts = this.posts.findByTitleStartingWithOrderById("post")) {
					assertThat(posts).hasSize(10).allSatisfy(this::assertAuthor);
				}
			})).selects(5);
		}

		@Test
		void aStreamThatIsClosedReturnsItsConnection() {
			for (int i = 0; i < 30; i++) {
				try (Stream<Post> posts = this.posts.findByTitleStartingWithOrderById("post")) {
					assertThat(posts.findFirst()).hasValueSatisfying(this::assertAuthor);
				}
			}
		}

		@Test
		void loadsInTheTransactionOfTheMethod() {
			this.tally.clear();
			this.posts.findByIdBetween(1L, 4L);
			assertThat(this.tally.executedInTransaction()).isEqualTo(1);
			this.posts.findAll();
			assertThat(this.tally.executedInTransaction()).isEqualTo(2);
		}

		@Test
		void nothingForNoResults() {
			assertThat(this.statements).during(() -> this.posts.findByIdBetween(50L, 60L)).selects(1);
		}

		@Test
		void leavesKeysThatWereNotReadAlone() {
			assertThat(this.statements).during(() -> assertThat(this.posts.withoutKeys()).hasSize(10)).selects(1);
		}

		@Test
		void aReferenceAndBack() {
			assertThat(this.statements).during(() -> {
				List<Comment> comments = this.comments.findByBodyNotNull();
				Author author = comments.get(0).author().get();
				assertThat(author.posts).hasSize(2)
					.allSatisfy((post) -> assertThat(post.author.get()).isSameAs(author));
			}).selects(3);
		}

		@Test
		void severalPathsWithACommonBeginning() {
			assertThat(this.statements).during(() -> {
				List<Author> authors = this.authors.findEverything();
				assertThat(authors).hasSize(5).allSatisfy((author) -> {
					assertThat(author.profile.get().author.get()).isSameAs(author);
					author.posts.forEach((post) -> post.comments.forEach((comment) -> {
						assertThat(comment.post().get()).isSameAs(post);
						assertThat(comment.author().get().name).startsWith("author");
					}));
				});
			}).selects(5);
		}

		private void assertAuthor(Post post) {
			Author author = post.author.get();
			assertThat(author.name).isEqualTo("author " + author.id);
			assertThat(author.id).isEqualTo((post.id + 1) / 2);
		}

	}

}
