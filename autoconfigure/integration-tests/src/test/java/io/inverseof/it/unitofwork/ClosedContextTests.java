package io.inverseof.it.unitofwork;

import io.inverseof.Association;
import io.inverseof.ContextClosedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Associations whose application context was closed.
 */
class ClosedContextTests {

	@Test
	void loadingSaysThatTheContextWasClosed() {
		Author ann;
		Post post;
		Post read;
		try (ConfigurableApplicationContext context = start()) {
			ann = context.getBean(Authors.class).findById(1L).orElseThrow();
			post = context.getBean(Posts.class).findById(1L).orElseThrow();
			read = context.getBean(Posts.class).findById(1L).orElseThrow();
			assertThat(read.author.get().name).isEqualTo("Ann");
		}
		assertClosed("Post.author", post.author, post.author::get);
		assertClosed("Author.posts", ann.posts, ann.posts::size);
		assertClosed("Author.posts", ann.posts, ann.posts::count);
		assertClosed("Author.profile", ann.profile, ann.profile::orNull);
		assertThat(read.author.get().name).isEqualTo("Ann");
		assertThat(post.author.getId()).isEqualTo(1L);
		assertThat(ann.posts).hasToString("Author.posts[not loaded]");
	}

	private static void assertClosed(String name, Association association, ThrowingCallable read) {
		assertThatExceptionOfType(ContextClosedException.class).isThrownBy(read)
			.withMessage(name + " cannot be loaded: the application context that its owner came from was closed. Read "
					+ "what is needed before, or load the owner again from a running application.");
		assertThat(association.isLoaded()).isFalse();
	}

	private static ConfigurableApplicationContext start() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(UnitOfWorkApplication.class)
			.web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
					"spring.sql.init.mode=always",
					"spring.sql.init.schema-locations=classpath:io/inverseof/it/unitofwork/schema.sql")
			.run();
		JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
		jdbc.update("insert into author (id, name) values (1, 'Ann')");
		jdbc.update("insert into post (id, title, author_id) values (1, 'one', 1)");
		return context;
	}

}
