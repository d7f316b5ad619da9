package io.inverseof.autoconfigure;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.actuate.AssociationDescriptor;
import io.inverseof.actuate.InverseofDescriptor;
import io.inverseof.actuate.InverseofEndpoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.jackson.EndpointJsonMapper;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.RelationalManagedTypes;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InverseofEndpointAutoConfiguration}.
 */
class InverseofEndpointAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(InverseofEndpointAutoConfiguration.class,
				InverseofAutoConfiguration.class, DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				EndpointAutoConfiguration.class, JacksonEndpointAutoConfiguration.class))
		.withUserConfiguration(BlogConfiguration.class)
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	private final ApplicationContextRunner exposed = this.contextRunner
		.withPropertyValues("management.endpoints.web.exposure.include=inverseof");

	@Test
	void writesJsonAsTheContractDoes() {
		this.exposed.withPropertyValues("inverseof.load-defaults=6.1", "inverseof.automatic-scope-inversing=true")
			.run((context) -> {
				InverseofDescriptor described = context.getBean(InverseofEndpoint.class).inverseof();
				JsonMapper mapper = context.getBean(EndpointJsonMapper.class).get();
				Object[] reasons = described.associations()
					.stream()
					.map(AssociationDescriptor::reason)
					.map(mapper::writeValueAsString)
					.toArray();
				assertThat(mapper.writeValueAsString(described)).isEqualTo("""
						{"associations":[\
						{"association":"Author.posts","kind":"has-many","target":"Post","foreignKey":["author_id"],\
						"scope":null,"inverse":"Post.author","reason":%s},\
						{"association":"Post.author","kind":"belongs-to","target":"Author","foreignKey":["author_id"],\
						"scope":null,"inverse":null,"reason":%s}],\
						"flags":[\
						{"name":"load-defaults","value":"6.1","source":"application"},\
						{"name":"has-many-inversing","value":true,"source":"load-defaults 6.1"},\
						{"name":"automatic-scope-inversing","value":true,"source":"application"},\
						{"name":"automatically-invert-plural-associations","value":false,\
						"source":"load-defaults 6.1"}]}""".formatted(reasons));
			});
	}

	@Test
	void backsOffUnlessExposed() {
		this.contextRunner
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(InverseofEndpoint.class));
	}

	@Test
	void backsOffWithoutAccess() {
		this.exposed.withPropertyValues("management.endpoint.inverseof.access=NONE")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(InverseofEndpoint.class));
	}

	@Test
	void backsOffWithoutRepositories() {
		this.exposed.withPropertyValues("spring.data.jdbc.repositories.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(InverseofEndpoint.class));
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	static class BlogConfiguration {

		@Bean
		RelationalManagedTypes jdbcManagedTypes() {
			return RelationalManagedTypes.fromIterable(List.of(Author.class, Post.class));
		}

	}

	static class Author {

		@Id
		Long id;

		final HasMany<Post> posts = hasMany(this);

	}

	static class Post {

		@Id
		Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

}
