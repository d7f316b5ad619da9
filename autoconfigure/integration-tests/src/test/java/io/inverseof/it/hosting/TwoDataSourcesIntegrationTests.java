package io.inverseof.it.hosting;

import java.util.function.Supplier;

import javax.sql.DataSource;

import io.inverseof.it.hosting.library.Author;
import io.inverseof.it.hosting.library.Authors;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.library.Post;
import io.inverseof.it.hosting.library.Posts;
import io.inverseof.it.hosting.plain.Note;
import io.inverseof.it.hosting.plain.Notes;
import io.inverseof.jdbc.InverseMappingContext;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcH2Dialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with two data sources, configured as the reference documentation of Spring
 * Boot has it: everything twice, and one of each marked as primary.
 */
class TwoDataSourcesIntegrationTests {

	private static ApplicationContextRunner application(Class<?>... configurations) {
		return LibraryApplication.with(configurations).withPropertyValues("spring.sql.init.mode=never");
	}

	@Test
	void worksBesideASecondDataSourceThatSpringDataDoesNotUse() {
		application(DataSources.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeansOfType(DataSource.class)).hasSize(2);
			LibraryApplication.assertAssociationsWork(context);
			assertRows(context, "primaryDataSource", "post", 2);
		});
	}

	@Test
	void worksOnThePrimaryOneBesideRepositoriesOnTheSecond() {
		application(DataSources.class, PrimaryLayer.class, SecondLayer.class, LibraryOnPrimary.class,
				NotesOnSecond.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				LibraryApplication.assertAssociationsWork(context);
				Note note = context.getBean(Notes.class).save(new Note(null, "on the second"));
				assertThat(context.getBean(Notes.class).findAll()).containsExactly(note);
				assertRows(context, "primaryDataSource", "post", 2);
				assertRows(context, "secondDataSource", "note", 1);
			});
	}

	@Test
	void leavesTheSecondOneAlone() {
		application(DataSources.class, PrimaryLayer.class, SecondLayer.class, LibraryOnPrimary.class,
				NotesOnSecond.class)
			.run((context) -> {
				assertThat(context.getBean("primaryMapping")).isInstanceOf(InverseMappingContext.class);
				assertThat(context.getBean("secondMapping").getClass()).isEqualTo(JdbcMappingContext.class);
			});
	}

	@Test
	void stopsWhereOnlyTheSecondOneMapsAssociations() {
		application(DataSources.class, PrimaryLayer.class, SecondLayer.class, LibraryOnSecond.class)
			.run((context) -> LibraryApplication.assertStopped(context, JdbcMappingContext.class.getName(),
					InverseMappingContext.class.getName()));
	}

	/**
	 * The transaction of the second data source is the one that others synchronize with,
	 * although it has nothing to do with what the primary one reads.
	 */
	@Test
	void remembersNothingFromOneTransactionToTheNextInsideATransactionOfTheSecondOne() {
		application(DataSources.class, PrimaryLayer.class, SecondLayer.class, LibraryOnPrimary.class).run((context) -> {
			Author ann = context.getBean(Authors.class).save(new Author("Ann"));
			Post post = context.getBean(Posts.class).save(new Post("first", ann));
			String name = inTransaction(context, "secondTransactionManager", () -> {
				inTransaction(context, "primaryTransactionManager",
						() -> context.getBean(Authors.class).findById(ann.getId()));
				new JdbcTemplate(context.getBean("primaryDataSource", DataSource.class))
					.update("UPDATE author SET name = 'changed'");
				return inTransaction(context, "primaryTransactionManager",
						() -> context.getBean(Posts.class)
							.findById(post.getId())
							.orElseThrow()
							.author()
							.get()
							.getName());
			});
			assertThat(name).isEqualTo("changed");
		});
	}

	@Test
	void forgetsWhatWasRolledBackInsideATransactionOfTheSecondOne() {
		application(DataSources.class, PrimaryLayer.class, SecondLayer.class, LibraryOnPrimary.class).run((context) -> {
			Author ann = context.getBean(Authors.class).save(new Author("Ann"));
			Author loaded = context.getBean(Authors.class).findById(ann.getId()).orElseThrow();
			inTransaction(context, "secondTransactionManager", () -> {
				TransactionTemplate primary = new TransactionTemplate(
						context.getBean("primaryTransactionManager", PlatformTransactionManager.class));
				primary.executeWithoutResult((status) -> {
					context.getBean(Posts.class).save(new Post("gone", ann));
					assertThat(loaded.posts()).hasSize(1);
					status.setRollbackOnly();
				});
				return "committed";
			});
			assertThat(loaded.posts()).isEmpty();
		});
	}

	private static <T> T inTransaction(ApplicationContext context, String transactionManager, Supplier<T> work) {
		return new TransactionTemplate(context.getBean(transactionManager, PlatformTransactionManager.class))
			.execute((status) -> work.get());
	}

	@Test
	void staysAwayWhereNoDataSourceIsThePrimaryOne() {
		application(EqualDataSources.class).run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(JdbcMappingContext.class)
			.doesNotHaveBean(Authors.class));
	}

	private static void assertRows(ApplicationContext context, String dataSource, String table, int count) {
		JdbcTemplate jdbc = new JdbcTemplate(context.getBean(dataSource, DataSource.class));
		assertThat(jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class)).isEqualTo(count);
	}

	private static DataSource database() {
		return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
			.generateUniqueName(true)
			.addScripts("io/inverseof/it/hosting/library.sql", "io/inverseof/it/hosting/plain.sql")
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class EqualDataSources {

		@Bean
		DataSource oneDataSource() {
			return database();
		}

		@Bean
		DataSource otherDataSource() {
			return database();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DataSources {

		@Bean
		@Primary
		DataSource primaryDataSource() {
			return database();
		}

		@Bean
		DataSource secondDataSource() {
			return database();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryLayer {

		@Bean
		@Primary
		NamedParameterJdbcOperations primaryOperations(DataSource dataSource) {
			return new NamedParameterJdbcTemplate(dataSource);
		}

		@Bean(name = { "primaryTransactionManager", "transactionManager" })
		@Primary
		PlatformTransactionManager primaryTransactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		@Primary
		JdbcMappingContext primaryMapping(RelationalManagedTypes managedTypes, JdbcCustomConversions conversions) {
			return JdbcConfiguration.createMappingContext(managedTypes, conversions, null);
		}

		@Bean
		@Primary
		JdbcConverter primaryConverter(JdbcMappingContext context, NamedParameterJdbcOperations operations,
				@Lazy RelationResolver relationResolver, JdbcCustomConversions conversions, JdbcDialect dialect) {
			return JdbcConfiguration.createConverter(context, operations, relationResolver, conversions, dialect);
		}

		@Bean
		@Primary
		DataAccessStrategy primaryStrategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect);
		}

		@Bean
		@Primary
		JdbcAggregateTemplate primaryTemplate(JdbcConverter converter, DataAccessStrategy strategy) {
			return new JdbcAggregateTemplate(converter, strategy);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondLayer {

		@Bean
		NamedParameterJdbcOperations secondOperations(@Qualifier("secondDataSource") DataSource dataSource) {
			return new NamedParameterJdbcTemplate(dataSource);
		}

		@Bean
		PlatformTransactionManager secondTransactionManager(@Qualifier("secondDataSource") DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		JdbcMappingContext secondMapping() {
			return new JdbcMappingContext();
		}

		@Bean
		JdbcConverter secondConverter(@Qualifier("secondMapping") JdbcMappingContext context,
				@Qualifier("secondOperations") NamedParameterJdbcOperations operations,
				@Lazy @Qualifier("secondStrategy") RelationResolver relationResolver,
				JdbcCustomConversions conversions) {
			return JdbcConfiguration.createConverter(context, operations, relationResolver, conversions,
					JdbcH2Dialect.INSTANCE);
		}

		@Bean
		DataAccessStrategy secondStrategy(@Qualifier("secondOperations") NamedParameterJdbcOperations operations,
				@Qualifier("secondConverter") JdbcConverter converter) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, JdbcH2Dialect.INSTANCE);
		}

		@Bean
		JdbcAggregateTemplate secondTemplate(@Qualifier("secondConverter") JdbcConverter converter,
				@Qualifier("secondStrategy") DataAccessStrategy strategy) {
			return new JdbcAggregateTemplate(converter, strategy);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = LibraryApplication.class,
			jdbcAggregateOperationsRef = "primaryTemplate")
	static class LibraryOnPrimary {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = LibraryApplication.class,
			jdbcAggregateOperationsRef = "secondTemplate", transactionManagerRef = "secondTransactionManager")
	static class LibraryOnSecond {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = Note.class, jdbcAggregateOperationsRef = "secondTemplate",
			transactionManagerRef = "secondTransactionManager")
	static class NotesOnSecond {

	}

}
