package io.inverseof.it.saving.failing;

import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.util.Assert;

/**
 * An application whose data source can be told to fail, and with a callback that does.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJdbcRepositories(considerNestedRepositories = true)
class FailingApplication {

	static final String REFUSED = "refused";

	@Bean
	AfterSaveCallback<Blog.Post> refusal() {
		return (post) -> {
			Assert.state(!REFUSED.equals(post.title), "The post was refused by a callback");
			return post;
		};
	}

	@Bean
	Tables tables(DataSource dataSource) {
		return new Tables(Objects.requireNonNull(((FailingDataSource) dataSource).getTargetDataSource()));
	}

	@Bean
	@Lazy
	ThreadLocals threadLocals(ApplicationContext context) {
		return ThreadLocals.of(context);
	}

	@Bean
	static BeanPostProcessor failingDataSources() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof DataSource dataSource) ? new FailingDataSource(dataSource) : bean;
			}

		};
	}

}
