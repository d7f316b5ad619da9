package io.inverseof.it.preload;

import java.util.List;
import java.util.stream.Stream;

import io.inverseof.it.preload.Press.Author;
import io.inverseof.it.preload.Press.Comment;
import io.inverseof.it.preload.Press.Post;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements in naive mode minus statements sent are the avoided ones minus the
 * speculative ones, also where something is preloaded.
 */
class TruthIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Truth {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Truth {

	}

	abstract static class Truth extends PreloadTest {

		@BeforeEach
		void fill() {
			fill(7);
		}

		@Test
		void everythingThatIsPreloadedIsRead() {
			assertTruth(() -> this.authors.findByNameNotNull().forEach((author) -> author.posts.size()));
			assertThat(this.tally.preloads()).isEqualTo(1);
			assertThat(this.tally.avoided()).isEqualTo(7);
		}

		@Test
		void nothingThatIsPreloadedIsRead() {
			assertTruth(this.authors::findByNameNotNull);
			assertThat(this.tally.preloads()).isEqualTo(1);
			assertThat(this.tally.avoided()).isZero();
		}

		@Test
		void someOfWhatIsPreloadedIsRead() {
			assertTruth(() -> this.authors.findByIdNotNull()
				.stream()
				.filter((author) -> author.id % 2 == 0)
				.forEach((author) -> author.posts.forEach((post) -> post.comments.size())));
		}

		@Test
		void referencesToTheSameTarget() {
			assertTruth(() -> this.posts.findAll().forEach((post) -> post.author.get()));
			assertTruth(() -> inTransaction(() -> this.posts.findAll().forEach((post) -> post.author.get())));
		}

		@Test
		void targetsOfTheUnitOfWork() {
			assertTruth(() -> inTransaction(() -> {
				this.authors.findAllById(List.of(1L, 2L, 3L));
				this.posts.findAll().forEach((post) -> post.author.get());
			}));
		}

		@Test
		void aTargetThatDoesNotExist() {
			this.jdbc.update("update post set author_id = 99 where id = 1");
			assertTruth(() -> this.posts.findAll().forEach((post) -> post.author.orNull()));
		}

		@Test
		void severalPaths() {
			assertTruth(() -> this.authors.findEverything().forEach(this::traverse));
		}

		@Test
		void whatWasReadBefore() {
			assertTruth(() -> {
				List<Author> authors = this.authors.findAll();
				authors.get(0).posts.size();
				this.associations.preload(authors, "posts", "profile");
				authors.forEach(this::traverse);
			});
		}

		@Test
		void aStreamThatIsNotReadToItsEnd() {
			assertTruth(() -> inTransaction(() -> {
				try (Stream<Post> posts = this.posts.findByTitleStartingWithOrderById("post")) {
					posts.limit(5).forEach((post) -> post.author.get());
				}
			}));
		}

		@Test
		void aReferenceAndBackForSome() {
			assertTruth(() -> {
				List<Comment> comments = this.comments.findByBodyNotNull();
				comments.subList(0, 2)
					.forEach((comment) -> comment.author().get().posts.forEach((post) -> post.author.get()));
			});
		}

		private void traverse(Author author) {
			author.profile.get().author.get();
			author.posts.forEach((post) -> {
				post.author.get();
				post.comments.forEach((comment) -> {
					comment.post().get();
					comment.author().get();
				});
			});
		}

		private void assertTruth(Runnable program) {
			int naive = this.statements.countDuring(() -> this.unitOfWork.naive().run(program)).total();
			this.tally.clear();
			int sent = this.statements.countDuring(program).total();
			assertThat(naive - sent).isEqualTo(this.tally.avoided() - this.tally.speculative());
		}

	}

}
