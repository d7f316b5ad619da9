package io.inverseof.it.hosting.library;

import java.util.Arrays;
import java.util.stream.Stream;

import io.inverseof.InvalidAssociationsException;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with associations, without any configuration.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class LibraryApplication {

	private static final String[] PROPERTIES = { "spring.datasource.generate-unique-name=true",
			"spring.sql.init.schema-locations=classpath:io/inverseof/it/hosting/library.sql",
			"spring.flyway.enabled=false" };

	/**
	 * Return the application with more configurations.
	 * @param configurations what it configures in its own way
	 * @return a runner
	 */
	public static ApplicationContextRunner with(Class<?>... configurations) {
		return new ApplicationContextRunner().withUserConfiguration(LibraryApplication.class)
			.withUserConfiguration(configurations)
			.withPropertyValues(PROPERTIES);
	}

	/**
	 * Return its properties as command line arguments.
	 * @param more further properties
	 * @return arguments
	 */
	public static String[] arguments(String... more) {
		return Stream.concat(Arrays.stream(PROPERTIES), Arrays.stream(more))
			.map("--%s"::formatted)
			.toArray(String[]::new);
	}

	/**
	 * Check that associations are live and know their inverse.
	 * @param context the application
	 */
	public static void assertAssociationsWork(ApplicationContext context) {
		Authors authors = context.getBean(Authors.class);
		Posts posts = context.getBean(Posts.class);
		Author ann = authors.save(new Author("Ann"));
		posts.save(new Post("first", ann));
		posts.save(new Post("second", ann));
		Author loaded = authors.findById(ann.getId()).orElseThrow();
		assertThat(loaded.posts()).extracting(Post::getTitle).containsExactly("first", "second");
		assertThat(loaded.posts()).allSatisfy((post) -> assertThat(post.author().get()).isSameAs(loaded));
		assertThat(posts.findByAuthorId(ann.getId())).hasSize(2)
			.allSatisfy((post) -> assertThat(post.author().get().getName()).isEqualTo("Ann"));
	}

	/**
	 * Check that the application stopped with a sentence.
	 * @param context the application
	 * @param phrases what the sentence has to contain
	 */
	public static void assertStopped(AssertableApplicationContext context, String... phrases) {
		assertThat(context).hasFailed();
		Throwable failure = context.getStartupFailure();
		assertThat(failure).isNotNull();
		assertThat(NestedExceptionUtils.getMostSpecificCause(failure)).isInstanceOf(InvalidAssociationsException.class)
			.hasMessageContaining("1 problem with the associations of this application")
			.hasMessageContainingAll(phrases)
			.hasMessageMatching("(?s).*(Author|Post).*");
	}

}
