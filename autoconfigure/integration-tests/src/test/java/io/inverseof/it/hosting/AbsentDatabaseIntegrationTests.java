package io.inverseof.it.hosting;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.Notes;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AbsentDatabaseIntegrationTests {

	@Test
	void startsWithoutADataSource() {
		LibraryApplication.with()
			.withPropertyValues("spring.autoconfigure.exclude=" + DataSourceAutoConfiguration.class.getName())
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(DataSource.class)
				.doesNotHaveBean(JdbcMappingContext.class)
				.doesNotHaveBean(UnitOfWork.class)
				.doesNotHaveBean(AssociationOperations.class));
	}

	@Test
	void startsWithoutRepositories() {
		LibraryApplication.with()
			.withPropertyValues("spring.data.jdbc.repositories.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(DataSource.class)
				.doesNotHaveBean(JdbcMappingContext.class)
				.doesNotHaveBean(UnitOfWork.class));
	}

	@Test
	void startsWithoutATransactionManager() {
		LibraryApplication.with()
			.withPropertyValues(
					"spring.autoconfigure.exclude=" + DataSourceTransactionManagerAutoConfiguration.class.getName())
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JdbcMappingContext.class)
				.doesNotHaveBean(UnitOfWork.class));
	}

	@Test
	void startsWithoutAJdbcTemplate() {
		LibraryApplication.with()
			.withPropertyValues("spring.autoconfigure.exclude=" + JdbcTemplateAutoConfiguration.class.getName())
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JdbcMappingContext.class)
				.doesNotHaveBean(UnitOfWork.class));
	}

	@Test
	void startsWhileTheDatabaseIsDownIfTheDialectIsConfigured() {
		PlainApplication.with(DownConfiguration.class)
			.withPropertyValues("spring.data.jdbc.dialect=h2", "spring.sql.init.mode=never")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThatExceptionOfType(CannotCreateTransactionException.class)
					.isThrownBy(() -> context.getBean(Notes.class).findAll());
			});
	}

	@Test
	void startsWithAssociationsWhileTheDatabaseIsDownIfTheDialectIsConfigured() {
		LibraryApplication.with(DownConfiguration.class)
			.withPropertyValues("spring.data.jdbc.dialect=h2", "spring.sql.init.mode=never")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Configuration(proxyBeanMethods = false)
	static class DownConfiguration {

		@Bean
		DataSource dataSource() {
			return new DownDataSource();
		}

	}

	private static final class DownDataSource extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLException("The database is down");
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
