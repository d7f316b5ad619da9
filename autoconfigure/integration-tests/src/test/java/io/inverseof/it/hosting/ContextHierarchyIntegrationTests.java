package io.inverseof.it.hosting;

import javax.sql.DataSource;

import io.inverseof.UnitOfWork;
import io.inverseof.it.hosting.library.Authors;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parents and children, as tools for development and management make them.
 */
class ContextHierarchyIntegrationTests {

	private static SpringApplicationBuilder application(Class<?>... sources) {
		return new SpringApplicationBuilder(sources).web(WebApplicationType.NONE);
	}

	@Test
	void worksInAChildOfAParentWithoutADatabase() {
		try (ConfigurableApplicationContext child = application(EmptyParent.class).child(LibraryApplication.class)
			.web(WebApplicationType.NONE)
			.run(LibraryApplication.arguments())) {
			LibraryApplication.assertAssociationsWork(child);
		}
	}

	@Test
	void worksInAParentUsedByAChildWithoutADatabase() {
		try (ConfigurableApplicationContext child = application(LibraryApplication.class).child(EmptyParent.class)
			.web(WebApplicationType.NONE)
			.run(LibraryApplication.arguments())) {
			LibraryApplication.assertAssociationsWork(child);
		}
	}

	@Test
	void worksInAParentWhoseChildIsAnApplicationWithADatabaseOfItsOwn() {
		try (ConfigurableApplicationContext parent = application(LibraryApplication.class)
			.run(LibraryApplication.arguments());
				ConfigurableApplicationContext child = application(PlainApplication.class, ChildDatabase.class)
					.parent(parent)
					.run("--spring.flyway.enabled=false", "--spring.sql.init.mode=never")) {
			LibraryApplication.assertAssociationsWork(parent);
			LibraryApplication.assertAssociationsWork(child);
			assertThat(child.getBean(Authors.class)).isSameAs(parent.getBean(Authors.class));
		}
	}

	@Test
	void worksInTwoChildrenWithDatabasesOfTheirOwn() {
		try (ConfigurableApplicationContext parent = application(EmptyParent.class).run();
				ConfigurableApplicationContext one = application(LibraryApplication.class).parent(parent)
					.run(LibraryApplication.arguments());
				ConfigurableApplicationContext other = application(LibraryApplication.class).parent(parent)
					.run(LibraryApplication.arguments())) {
			LibraryApplication.assertAssociationsWork(one);
			assertThat(posts(other)).isZero();
			LibraryApplication.assertAssociationsWork(other);
			assertThat(posts(one)).isEqualTo(2);
			assertThat(one.getBean(UnitOfWork.class)).isNotSameAs(other.getBean(UnitOfWork.class));
		}
	}

	@Test
	void worksAgainAfterARestart() {
		for (int i = 0; i < 2; i++) {
			try (ConfigurableApplicationContext context = application(LibraryApplication.class)
				.run(LibraryApplication.arguments())) {
				LibraryApplication.assertAssociationsWork(context);
			}
		}
	}

	private static int posts(ConfigurableApplicationContext context) {
		Integer count = context.getBean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM post", Integer.class);
		assertThat(count).isNotNull();
		return count;
	}

	@Configuration(proxyBeanMethods = false)
	static class EmptyParent {

	}

	@Configuration(proxyBeanMethods = false)
	static class ChildDatabase {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
				.generateUniqueName(true)
				.addScript("io/inverseof/it/hosting/plain.sql")
				.build();
		}

	}

}
