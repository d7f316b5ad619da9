package io.inverseof.it.hosting;

import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.jdbc.InverseMappingContext;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@DataJdbcTest
@ContextConfiguration(classes = LibraryApplication.class)
@TestPropertySource(properties = { "spring.sql.init.schema-locations=classpath:io/inverseof/it/hosting/library.sql",
		"spring.flyway.enabled=false" })
class DataJdbcTestIntegrationTests {

	@Autowired
	ApplicationContext context;

	@Test
	void sliceHasTheLayer() {
		assertThat(this.context.getBean(JdbcMappingContext.class)).isInstanceOf(InverseMappingContext.class);
	}

	@Test
	void associationsWorkInTheSlice() {
		LibraryApplication.assertAssociationsWork(this.context);
	}

}
