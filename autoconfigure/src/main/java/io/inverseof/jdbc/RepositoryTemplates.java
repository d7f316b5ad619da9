package io.inverseof.jdbc;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.context.MappingContext;

/**
 * Finds out which template a repository uses.
 */
final class RepositoryTemplates {

	private final ApplicationContext beans;

	RepositoryTemplates(ApplicationContext beans) {
		this.beans = beans;
	}

	/**
	 * The mapping context of the template that a repository is given, or else the one of
	 * the application.
	 * @param name the name of the repository
	 */
	@Nullable MappingContext<?, ?> mappingContext(String name) {
		if (reference(name) == null) {
			return this.beans.getBeanProvider(JdbcMappingContext.class).getIfUnique();
		}
		JdbcAggregateOperations given = given(name);
		return (given != null) ? given.getConverter().getMappingContext() : null;
	}

	/**
	 * The template that a repository is given, or else the one of the application.
	 * @param name the name of the repository
	 */
	JdbcAggregateOperations of(String name) {
		JdbcAggregateOperations given = given(name);
		return (given != null) ? given : this.beans.getBean(JdbcAggregateOperations.class);
	}

	private @Nullable JdbcAggregateOperations given(String name) {
		RuntimeBeanReference template = reference(name);
		if (template == null) {
			return null;
		}
		Class<?> type = template.getBeanType();
		Object bean = (type != null) ? this.beans.getBean(type) : this.beans.getBean(template.getBeanName());
		return (bean instanceof JdbcAggregateOperations operations) ? operations : null;
	}

	private @Nullable RuntimeBeanReference reference(String name) {
		if (!(this.beans.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory)
				|| !factory.containsBeanDefinition(name)) {
			return null;
		}
		PropertyValue template = factory.getMergedBeanDefinition(name)
			.getPropertyValues()
			.getPropertyValue("jdbcAggregateOperations");
		return (template != null && template.getValue() instanceof RuntimeBeanReference reference) ? reference : null;
	}

}
