package io.inverseof.it.support;

import javax.sql.DataSource;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An empty database of its own on one of the servers.
 *
 * @param url the JDBC URL
 * @param username the user that owns the database
 * @param password the password of that user
 */
public record TestDatabase(String url, String username, String password) {

	/**
	 * Return a data source without a pool.
	 * @return a new data source
	 */
	public DataSource dataSource() {
		return new DriverManagerDataSource(this.url, this.username, this.password);
	}

	/**
	 * Make this database the {@code spring.datasource} of a context, with a small pool.
	 * @param context the context before it is refreshed
	 */
	public void applyTo(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("spring.datasource.url=" + this.url, "spring.datasource.username=" + this.username,
					"spring.datasource.password=" + this.password, "spring.datasource.hikari.maximum-pool-size=3",
					"spring.datasource.hikari.minimum-idle=0")
			.applyTo(context);
	}

	/**
	 * Make this database the {@code spring.datasource} of a test, to be called from its
	 * {@code @DynamicPropertySource} method.
	 * @param registry the registry of the test
	 */
	public void registerWith(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", this::url);
		registry.add("spring.datasource.username", this::username);
		registry.add("spring.datasource.password", this::password);
	}

}
