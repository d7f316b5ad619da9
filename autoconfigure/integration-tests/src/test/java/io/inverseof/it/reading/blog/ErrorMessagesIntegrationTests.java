package io.inverseof.it.reading.blog;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.ContextClosedException;
import io.inverseof.DanglingReferenceException;
import io.inverseof.DetachedAssociationException;
import io.inverseof.EmptyAssociationException;
import io.inverseof.IllegalTargetException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.blog.Blog.Author;
import io.inverseof.it.reading.blog.Blog.Authors;
import io.inverseof.it.reading.blog.Blog.Post;
import io.inverseof.it.reading.blog.Blog.Posts;
import io.inverseof.it.reading.blog.Blog.Profile;
import io.inverseof.it.reading.blog.Blog.Remark;
import io.inverseof.it.reading.blog.Blog.Remarks;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each message says what was found, where, why, and what to write instead.
 */
class ErrorMessagesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends ErrorMessages {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends ErrorMessages {

	}

	@Test
	void contextThatWasClosedIsNamed() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Blog.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true")
			.run();
		new ResourceDatabasePopulator(new ByteArrayResource(Blog.SCHEMA.getBytes()))
			.execute(context.getBean(JdbcTemplate.class).getDataSource());
		Author ann = context.getBean(Authors.class).findById(1L).orElseThrow();
		Post post = context.getBean(Posts.class).findById(1L).orElseThrow();
		assertThat(ann.posts()).hasSize(3);
		context.close();
		assertThat(ann.posts()).hasSize(3);
		assertThatExceptionOfType(ContextClosedException.class).isThrownBy(post.author()::get)
			.withMessage(
					"Post.author cannot be loaded: the application context that its owner came from was closed. Read "
							+ "what is needed before, or load the owner again from a running application.");
		assertThatExceptionOfType(ContextClosedException.class).isThrownBy(ann.profile()::get)
			.withMessage(
					"Author.profile cannot be loaded: the application context that its owner came from was closed. "
							+ "Read what is needed before, or load the owner again from a running application.");
		assertThatExceptionOfType(ContextClosedException.class).isThrownBy(post.remarks()::size);
		assertThatExceptionOfType(ContextClosedException.class).isThrownBy(post.remarks()::count);
	}

	@SpringBootTest(classes = Blog.class)
	@Sql(statements = Blog.SCHEMA)
	abstract static class ErrorMessages {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		StatementCounter statements;

		@Test
		void emptyBelongsToNamesTheRow() {
			Post post = post(5);
			assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(post.author()::get)
				.withMessage(
						"Post.author of Post 5 is empty: there is no Author. Use orNull(), optional() or isPresent() "
								+ "where that is allowed.");
		}

		@Test
		void emptyBelongsToOfANewObjectNamesTheAssociation() {
			assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(new Post().author()::get)
				.withMessage(
						"Post.author is empty: there is no Author. Use orNull(), optional() or isPresent() where that "
								+ "is allowed.");
		}

		@Test
		void emptyHasOneNamesTheRow() {
			Author cid = this.authors.findById(3L).orElseThrow();
			assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(cid.profile()::get)
				.withMessage(
						"Author.profile of Author 3 is empty: no Profile refers to it. Use orNull(), optional() or "
								+ "isPresent() where that is allowed.");
		}

		@Test
		void danglingBelongsToNamesTheRowAndTheKey() {
			Post post = post(6);
			assertThatExceptionOfType(DanglingReferenceException.class).isThrownBy(post.author()::get)
				.withMessage(
						"Post.author of Post 6 refers to Author 99, but there is no such row. It was deleted or never "
								+ "existed; use orNull() or optional() where that can happen, or add a foreign key constraint.");
		}

		@Test
		void objectThatNobodyLoadedCannotLoad() {
			Post post = new Post();
			post.author().setId(1L);
			assertThatExceptionOfType(DetachedAssociationException.class).isThrownBy(post.author()::get)
				.withMessage(
						"Post.author has the key 1, but its owner was neither loaded nor saved by a repository, so "
								+ "nothing can load the target. Save the owner, load it by a repository, or pass it to "
								+ "AssociationOperations.attach(..).");
		}

		@Test
		void referenceOutsideAnEntityCannotLoad() {
			assertThatExceptionOfType(DetachedAssociationException.class).isThrownBy(BelongsTo.toId(1L)::get)
				.withMessage(
						"A reference outside an entity has the key 1, but its owner was neither loaded nor saved by a "
								+ "repository, so nothing can load the target. Save the owner, load it by a repository, or pass it "
								+ "to AssociationOperations.attach(..).");
		}

		@Test
		@SuppressWarnings({ "unchecked", "rawtypes" })
		void targetOfAWrongTypeIsRefused() {
			Post post = post(1);
			assertThatExceptionOfType(IllegalTargetException.class)
				.isThrownBy(() -> ((BelongsTo) post.author()).set(new Profile()))
				.withMessage(
						"Post.author of Post 1 takes a %s, but was given a %s. Assign an object of the declared type."
							.formatted(Author.class.getName(), Profile.class.getName()));
			assertThat(post.author().get().name).isEqualTo("Ann");
		}

		@Test
		@SuppressWarnings({ "unchecked", "rawtypes" })
		void childOfAWrongTypeIsRefused() {
			Author ann = this.authors.findById(1L).orElseThrow();
			assertThatExceptionOfType(IllegalTargetException.class)
				.isThrownBy(() -> ((List) ann.posts()).add(new Profile()))
				.withMessage(
						"Author.posts of Author 1 takes a %s, but was given a %s. Assign an object of the declared "
							.formatted(Post.class.getName(), Profile.class.getName()) + "type.");
			assertThat(ann.posts()).hasSize(3);
		}

		@Test
		void recordsAreNotBuilt() {
			Post post = post(1);
			assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> post.remarks().build((remark) -> {
			}))
				.withMessage(
						"Post.remarks cannot build a Remark: it is a record. build(..) needs a class with a no-argument "
								+ "constructor; create the object and pass it to add(new Remark(.., BelongsTo.to(..))) instead.");
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

	}

}
