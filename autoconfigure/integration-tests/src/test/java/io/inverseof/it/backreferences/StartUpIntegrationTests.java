package io.inverseof.it.backreferences;

import java.util.List;
import java.util.Set;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.InverseOf;
import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Back references are checked when the application starts, and are no part of what is
 * mapped.
 */
class StartUpIntegrationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				InverseofAutoConfiguration.class))
		.withPropertyValues("spring.datasource.generate-unique-name=true",
				"spring.data.jdbc.repositories.enabled=true");

	private ApplicationContextRunner managing(Class<?>... entities) {
		return this.runner
			.withInitializer((context) -> org.springframework.boot.autoconfigure.AutoConfigurationPackages
				.register((BeanDefinitionRegistry) context.getBeanFactory(), "io.inverseof.it.backreferences.empty"))
			.withBean(RelationalManagedTypes.class, () -> RelationalManagedTypes.fromIterable(List.of(entities)));
	}

	@Test
	void areNoMappedProperties() {
		managing(Crate.class).run((context) -> {
			JdbcMappingContext mapping = context.getBean(JdbcMappingContext.class);
			RelationalPersistentEntity<?> bottle = mapping.getRequiredPersistentEntity(Bottle.class);
			assertThat(bottle).extracting(RelationalPersistentProperty::getName).containsExactly("label");
			assertThat(bottle.isTransient("crate")).isTrue();
			assertThat(mapping.findPersistentPropertyPaths(Crate.class, (property) -> true))
				.extracting(PersistentPropertyPath::toDotPath)
				.containsExactlyInAnyOrder("id", "bottles", "bottles.label");
		});
	}

	@Test
	void mistakesStopTheStart() {
		managing(Shelf.class).run((context) -> assertThat(problems(context.getStartupFailure()))
			.containsExactly("Jar.shelf names \"jarz\" with @InverseOf, but Shelf has no such property. Did you mean "
					+ "\"jars\"?"));
	}

	@Test
	void contextThatDoesNotKnowThemStopsTheStart() {
		managing(Crate.class)
			.withBean("jdbcMappingContext", JdbcMappingContext.class, OwnMappingContext::new,
					(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(problems(context.getStartupFailure())).singleElement()
				.asString()
				.startsWith("The bean 'jdbcMappingContext' is a " + OwnMappingContext.class.getName()
						+ " and maps Bottle.crate, but does not know associations."));
	}

	private static List<String> problems(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause != null && !(cause instanceof InvalidAssociationsException)) {
			cause = cause.getCause();
		}
		assertThat(cause).as("failure").isNotNull();
		return (cause instanceof InvalidAssociationsException invalid) ? invalid.getProblems() : List.of();
	}

	static class OwnMappingContext extends JdbcMappingContext {

		OwnMappingContext() {
			getPersistentEntity(Crate.class);
		}

	}

	static class Crate {

		@Id
		@Nullable Long id;

		Set<Bottle> bottles = Set.of();

	}

	static class Bottle {

		@Nullable String label;

		@InverseOf("bottles")
		@Nullable Crate crate;

	}

	static class Shelf {

		@Id
		@Nullable Long id;

		Set<Jar> jars = Set.of();

	}

	static class Jar {

		@InverseOf("jarz")
		@Nullable Shelf shelf;

	}

}
