package io.inverseof.it.hosting;

import io.inverseof.actuate.InverseofEndpoint;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Management of applications that don't have what it shows.
 */
class ManagementIntegrationTests {

	private static ApplicationContextRunner managed(ApplicationContextRunner application) {
		return application.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=*");
	}

	@Test
	void endpointShowsAssociations() {
		managed(LibraryApplication.with())
			.run((context) -> assertThat(context.getBean(InverseofEndpoint.class).inverseof().associations())
				.hasSize(2));
	}

	@ParameterizedTest
	@ValueSource(classes = { Nothing.class, OwnBeansIntegrationTests.ContextSubclass.class,
			OwnBeansIntegrationTests.AllSubclasses.class,
			OwnConfigurationIntegrationTests.SubclassConfiguration.class })
	void endpointShowsNothingWhereThereAreNoAssociations(Class<?> configuration) {
		managed(PlainApplication.with(configuration)).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(InverseofEndpoint.class).inverseof().associations()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.data.jdbc.repositories.enabled=false",
			"spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration" })
	void endpointIsAbsentWhereSpringDataIs(String property) {
		managed(LibraryApplication.with()).withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(InverseofEndpoint.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
