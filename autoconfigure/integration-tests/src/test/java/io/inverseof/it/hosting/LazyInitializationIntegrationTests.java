package io.inverseof.it.hosting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import io.inverseof.it.hosting.lazy.LazyAuthors;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class LazyInitializationIntegrationTests {

	private static final String LAZY = "spring.main.lazy-initialization=true";

	private static ConfigurableApplicationContext run(Class<?>[] sources, String... properties) {
		return new SpringApplicationBuilder(sources).web(WebApplicationType.NONE)
			.run(LibraryApplication.arguments(properties));
	}

	@Test
	void associationsWorkInALazyApplication() {
		try (ConfigurableApplicationContext context = run(new Class<?>[] { LibraryApplication.class }, LAZY)) {
			LibraryApplication.assertAssociationsWork(context);
		}
	}

	@Test
	void associationsWorkInALazyApplicationWithAConfigurationOfItsOwn() {
		try (ConfigurableApplicationContext context = run(new Class<?>[] { LibraryApplication.class,
				OwnConfigurationIntegrationTests.ProxyingConfiguration.class }, LAZY)) {
			LibraryApplication.assertAssociationsWork(context);
		}
	}

	@Test
	void associationsWorkWithLazyRepositories() {
		LibraryApplication.with(LazyRepositories.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getSourceApplicationContext().getBeanFactory().containsSingleton("lazyAuthors"))
				.isFalse();
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@Test
	void stopsAtStartUpAlsoInALazyApplication(CapturedOutput output) {
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> run(
				new Class<?>[] { LibraryApplication.class, OwnBeansIntegrationTests.ConverterSubclass.class }, LAZY));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("inverseof found 1 problem with the associations of this application")
			.contains("The bean 'converter' is a")
			.doesNotContain("\tat ");
	}

	@Test
	void opensNoConnectionMoreWhenALazyApplicationWithoutAssociationsStarts() {
		assertThat(connectionsAtStartUp("--inverseof.enabled=true")).isEqualTo(
				connectionsAtStartUp("--spring.autoconfigure.exclude=" + InverseofAutoConfiguration.class.getName()));
	}

	private static int connectionsAtStartUp(String property) {
		SpringApplication application = new SpringApplicationBuilder(PlainApplication.class,
				CountingConfiguration.class)
			.web(WebApplicationType.NONE)
			.build();
		try (ConfigurableApplicationContext context = application.run("--" + LAZY, "--spring.flyway.enabled=false",
				"--spring.sql.init.mode=never", property)) {
			return context.getBean(AtomicInteger.class).get();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = LazyAuthors.class)
	static class LazyRepositories {

	}

	@Configuration(proxyBeanMethods = false)
	static class CountingConfiguration {

		@Bean
		AtomicInteger connections() {
			return new AtomicInteger();
		}

		@Bean
		DataSource dataSource(AtomicInteger connections) {
			return new CountingDataSource(connections);
		}

	}

	private static final class CountingDataSource extends AbstractDataSource {

		private final AtomicInteger connections;

		private final DataSource database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
			.generateUniqueName(true)
			.build();

		CountingDataSource(AtomicInteger connections) {
			this.connections = connections;
		}

		@Override
		public Connection getConnection() throws SQLException {
			this.connections.incrementAndGet();
			return this.database.getConnection();
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
