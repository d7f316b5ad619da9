package io.inverseof.jdbc;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.repository.Repository;

/**
 * Finds the repositories of Spring Data JDBC in an application, created or not.
 */
final class RepositoryInterfaces {

	private RepositoryInterfaces() {
	}

	/**
	 * Returns the aggregate root of a repository, or {@code null} if it does not say.
	 */
	static @Nullable Class<?> domainType(Class<?> repository) {
		return ResolvableType.forClass(Repository.class, repository).resolveGeneric(0);
	}

	static Set<Class<?>> in(ListableBeanFactory beanFactory) {
		Set<Class<?>> interfaces = new LinkedHashSet<>();
		for (String name : beanFactory.getBeanNamesForType(JdbcRepositoryFactoryBean.class, false, false)) {
			Class<?> repository = beanFactory.getType(name.substring(1), false);
			if (repository != null) {
				interfaces.add(repository);
			}
		}
		return interfaces;
	}

}
