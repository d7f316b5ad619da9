package io.inverseof.jdbc;

import java.util.Set;
import java.util.LinkedHashSet;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;

/**
 * Finds the repositories of Spring Data JDBC in an application, created or not.
 */
final class RepositoryInterfaces {

	private RepositoryInterfaces() {
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
