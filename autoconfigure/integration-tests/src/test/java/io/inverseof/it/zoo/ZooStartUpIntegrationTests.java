package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Repositories that Spring Data JDBC cannot create, or should not: with the starter they
 * fail at the same time with the same exceptions, or as silently.
 */
class ZooStartUpIntegrationTests {

	private static final String LAZY = "--spring.main.lazy-initialization=true";

	@ParameterizedTest
	@ValueSource(classes = { UnknownProperty.class, UnknownNestedProperty.class, PathToReference.class,
			PathToCollection.class, TooFewParameters.class, LockedQuery.class, PagedQuery.class, TwoIds.class })
	void failsAsStockDoes(Class<?> repository) {
		List<String> stock = start(repository, Layer.STOCK);
		assertThat(stock).as("This application starts without the starter").isNotEmpty();
		assertThat(start(repository, Layer.STARTER)).isEqualTo(stock);
	}

	@ParameterizedTest
	@ValueSource(classes = { NoId.class, NoTable.class })
	void startsAsStockDoes(Class<?> repository) {
		assertThat(start(repository, Layer.STOCK)).as("This application does not start without the starter").isEmpty();
		assertThat(start(repository, Layer.STARTER)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(classes = { UnknownProperty.class, PathToReference.class, TwoIds.class })
	void startsLazilyAsStockDoes(Class<?> repository) {
		assertThat(start(repository, Layer.STOCK, LAZY)).as("This application does not start without the starter")
			.isEmpty();
		assertThat(start(repository, Layer.STARTER, LAZY)).isEmpty();
	}

	/**
	 * Start an application with one repository.
	 * @return all exceptions from the outermost to the root cause
	 */
	private static List<String> start(Class<?> repository, Layer layer, String... properties) {
		List<String> arguments = new ArrayList<>(List.of(properties));
		arguments.addAll(List.of(layer.properties()));
		SpringApplicationBuilder application = new SpringApplicationBuilder(EmptyApplication.class)
			.web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false")
			.initializers((context) -> register((GenericApplicationContext) context, repository));
		List<String> failures = new ArrayList<>();
		try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
			assertThat(context.isActive()).isTrue();
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				failures.add(cause.getClass().getName() + ": " + cause.getMessage());
			}
		}
		return failures;
	}

	/**
	 * Not by scanning, for then the zoo would find these repositories, too.
	 */
	private static void register(GenericApplicationContext context, Class<?> repository) {
		RootBeanDefinition factory = new RootBeanDefinition(JdbcRepositoryFactoryBean.class);
		factory.getConstructorArgumentValues().addGenericArgumentValue(repository);
		factory.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, repository);
		context.registerBeanDefinition("repository", factory);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EmptyApplication {

	}

	@NoRepositoryBean
	interface UnknownProperty extends ListCrudRepository<Thing, Long> {

		List<Thing> findByNothing(String nothing);

	}

	@NoRepositoryBean
	interface UnknownNestedProperty extends ListCrudRepository<Thing, Long> {

		List<Thing> findByOwnerNothing(String nothing);

	}

	@NoRepositoryBean
	interface PathToReference extends ListCrudRepository<Thing, Long> {

		List<Thing> findByOwnerId(Long id);

	}

	@NoRepositoryBean
	interface PathToCollection extends ListCrudRepository<Thing, Long> {

		List<Thing> findByPartsName(String name);

	}

	@NoRepositoryBean
	interface TooFewParameters extends ListCrudRepository<Thing, Long> {

		List<Thing> findByName();

	}

	@NoRepositoryBean
	interface LockedQuery extends ListCrudRepository<Thing, Long> {

		@Lock(LockMode.PESSIMISTIC_READ)
		@Query("SELECT * FROM thing")
		List<Thing> locked();

	}

	@NoRepositoryBean
	interface PagedQuery extends ListCrudRepository<Thing, Long> {

		@Query("SELECT * FROM thing")
		Page<Thing> paged(Pageable pageable);

	}

	@NoRepositoryBean
	interface TwoIds extends ListCrudRepository<Ambiguous, Long> {

	}

	@NoRepositoryBean
	interface NoId extends ListCrudRepository<Part, Long> {

	}

	@NoRepositoryBean
	interface NoTable extends ListCrudRepository<Thing, Long> {

		List<Thing> findByName(String name);

	}

	record Owner(@Id @Nullable Long id, String name) {

	}

	record Part(String name) {

	}

	record Thing(@Id @Nullable Long id, String name, AggregateReference<Owner, Long> owner, Set<Part> parts) {

	}

	record Ambiguous(@Id @Nullable Long id, @Id @Nullable Long number) {

	}

}
