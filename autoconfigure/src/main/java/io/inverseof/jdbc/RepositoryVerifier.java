package io.inverseof.jdbc;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.mapping.context.MappingContext;

/**
 * Looks at a repository before it is created, because a mapping context that does not
 * know associations fails on them with a message of its own.
 */
final class RepositoryVerifier {

	private final ApplicationContext beans;

	RepositoryVerifier(ApplicationContext beans) {
		this.beans = beans;
	}

	void verify(String name, JdbcRepositoryFactoryBean<?, ?, ?> repository, Violations violations) {
		Class<?> type = repository.getObjectType();
		Class<?> domainType = (type != null) ? RepositoryInterfaces.domainType(type) : null;
		if (domainType == null || AssociationModel.inMemory().associationsOf(domainType).isEmpty()) {
			return;
		}
		MappingContext<?, ?> context = mappingContext(name);
		if (context != null && !(context instanceof InverseMappingContext)) {
			violations
				.add(("The repository '%s' is of %s, which has associations, but its JdbcMappingContext is a %s and "
						+ "does not know them. inverseof takes over the only or primary JdbcMappingContext if it is exactly that "
						+ "class. Remove the bean, mark it as @Primary, or let it be (or extend) %s.")
					.formatted(name, domainType.getName(), context.getClass().getName(),
							InverseMappingContext.class.getName()));
		}
	}

	/**
	 * The mapping context of the template that the repository is given, or else the one
	 * of the application.
	 */
	private @Nullable MappingContext<?, ?> mappingContext(String name) {
		RuntimeBeanReference template = template(name);
		if (template == null) {
			return this.beans.getBeanProvider(JdbcMappingContext.class).getIfUnique();
		}
		Class<?> type = template.getBeanType();
		Object bean = (type != null) ? this.beans.getBean(type) : this.beans.getBean(template.getBeanName());
		return (bean instanceof JdbcAggregateOperations operations) ? operations.getConverter().getMappingContext()
				: null;
	}

	private @Nullable RuntimeBeanReference template(String name) {
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
