package io.inverseof.it.docs;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/**
 * The application that the documentation talks about.
 */
@SpringBootApplication
class DocsApplication {

	@Bean
	static DataSource dataSource() {
		return new EmbeddedDatabaseBuilder().generateUniqueName(true)
			.setType(EmbeddedDatabaseType.H2)
			.addScript("classpath:io/inverseof/it/docs/schema.sql")
			.build();
	}

}
