package io.inverseof.it.zoo;

import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcAuditing;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;

/**
 * How an application configures Spring Data JDBC.
 */
enum Host {

	/**
	 * Not at all, but for converters and callbacks.
	 */
	SPRING_BOOT(BootConfiguration.class),

	/**
	 * By an {@link AbstractJdbcConfiguration} of its own, without callbacks.
	 */
	OWN_CONFIGURATION(OwnConfiguration.class) {
		@Override
		boolean shows(Exhibit exhibit) {
			return !(exhibit instanceof LifecycleExhibit);
		}
	},

	/**
	 * By a mapping context of its own that loads aggregates with one query.
	 */
	SINGLE_QUERY_LOADING(SingleQueryConfiguration.class) {
		@Override
		boolean isComplete() {
			return false;
		}
	};

	private final Class<?> configuration;

	Host(Class<?> configuration) {
		this.configuration = configuration;
	}

	Class<?> configuration() {
		return this.configuration;
	}

	/**
	 * Whether the application has what the exhibit needs.
	 */
	boolean shows(Exhibit exhibit) {
		return true;
	}

	/**
	 * Whether stock Spring Data JDBC can do everything when it is configured like this.
	 */
	boolean isComplete() {
		return true;
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableJdbcAuditing(auditorAwareRef = "auditor", dateTimeProviderRef = "clock")
	@EnableJdbcRepositories(considerNestedRepositories = true)
	@Import(Keepers.class)
	static class ZooConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ZooConfiguration.class, LifecycleExhibit.Callbacks.class })
	static class BootConfiguration {

		@Bean
		JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
			return JdbcConfiguration.createCustomConversions(dialect,
					ValueExhibit.converters(dialect instanceof JdbcPostgresDialect));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(ZooConfiguration.class)
	static class OwnConfiguration extends AbstractJdbcConfiguration {

		@Override
		protected List<?> userConverters() {
			return ValueExhibit.converters(false);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(BootConfiguration.class)
	static class SingleQueryConfiguration {

		@Bean
		JdbcMappingContext jdbcMappingContext(JdbcCustomConversions conversions, RelationalManagedTypes managedTypes) {
			JdbcMappingContext context = new JdbcMappingContext();
			context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
			context.setManagedTypes(managedTypes);
			context.setSingleQueryLoadingEnabled(true);
			return context;
		}

	}

}
