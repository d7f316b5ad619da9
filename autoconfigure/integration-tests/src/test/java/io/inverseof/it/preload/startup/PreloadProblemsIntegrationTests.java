package io.inverseof.it.preload.startup;

import java.util.List;
import java.util.Optional;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.Preload;
import io.inverseof.it.hosting.library.Author;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.library.Post;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The messages in full.
 */
class PreloadProblemsIntegrationTests {

	@Test
	void pathsThatDoNotExist() {
		assertProblems(Misspelled.Application.class,
				"Misspelled.findAll() is annotated with @Preload, but \"autor\" cannot be preloaded from Post: Post has no "
						+ "association \"autor\". Did you mean \"author\"?",
				"Misspelled.findById(Long) is annotated with @Preload, but \"author.title\" cannot be preloaded from Post: "
						+ "Author has no association \"title\". Write \"posts\".");
	}

	@Test
	void lazyRepositoriesThatAreNotCreatedYet() {
		assertProblems(Lazily.Application.class,
				"Lazily.findAll() is annotated with @Preload, but \"post\" cannot be preloaded from Author: Author has no "
						+ "association \"post\". Did you mean \"posts\"?");
	}

	@Test
	void methodsOfAGenericBase() {
		assertProblems(Concrete.Application.class,
				"Concrete.findAll() is annotated with @Preload, but \"author\" cannot be preloaded from Author: Author has no "
						+ "association \"author\". Write \"posts\".");
	}

	@Test
	void resultsThatAreNoEntities() {
		assertProblems(Counting.Application.class,
				"Counting.count() is annotated with @Preload, but returns long, which has no associations to load. Return "
						+ "Post, alone or in a List, Optional, Page, Slice or Stream, or remove the annotation.",
				"Counting.findByTitle(String) is annotated with @Preload, but returns List<OnlyTitle>, which has no associations "
						+ "to load. Return Post, alone or in a List, Optional, Page, Slice or Stream, or remove the annotation.");
	}

	@Test
	void methodsOutsideOfRepositories() {
		assertProblems(Service.class,
				"Service.posts(String) is annotated with @Preload, but is not declared in the interface of a Spring Data JDBC "
						+ "repository. Annotate the method there, or call AssociationOperations.preload(..) in this one.");
	}

	private static void assertProblems(Class<?> configuration, String... problems) {
		LibraryApplication.with(configuration)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOfSatisfying(
					InvalidAssociationsException.class,
					(failure) -> assertThat(failure.getProblems()).containsExactly(problems)));
	}

	interface Misspelled extends ListCrudRepository<Post, Long> {

		@Override
		@Preload({ "author", "autor" })
		List<Post> findAll();

		@Override
		@Preload("author.title")
		Optional<Post> findById(Long id);

		@EnableJdbcRepositories(considerNestedRepositories = true,
				includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Misspelled.class))
		class Application {

		}

	}

	@Lazy
	interface Lazily extends ListCrudRepository<Author, Long> {

		@Override
		@Preload("post")
		List<Author> findAll();

		@EnableJdbcRepositories(considerNestedRepositories = true,
				includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Lazily.class))
		class Application {

		}

	}

	@NoRepositoryBean
	interface Base<T> extends ListCrudRepository<T, Long> {

		@Override
		@Preload("author")
		List<T> findAll();

	}

	interface Concrete extends Base<Author> {

		@EnableJdbcRepositories(considerNestedRepositories = true,
				includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Concrete.class))
		class Application {

		}

	}

	record OnlyTitle(String title) {

	}

	interface Counting extends ListCrudRepository<Post, Long> {

		@Override
		@Preload("author")
		long count();

		@Preload("author")
		List<OnlyTitle> findByTitle(String title);

		@EnableJdbcRepositories(considerNestedRepositories = true,
				includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Counting.class))
		class Application {

		}

	}

	static class Service {

		@Preload("author")
		List<Post> posts(String title) {
			return List.of();
		}

	}

}
