package io.inverseof.jdbc;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.Violations;

import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.mapping.context.MappingContext;

/**
 * Looks at a repository before it is created, because a mapping context that does not
 * know associations fails on them with a message of its own.
 */
final class RepositoryVerifier {

	private final RepositoryTemplates templates;

	RepositoryVerifier(RepositoryTemplates templates) {
		this.templates = templates;
	}

	void verify(String name, JdbcRepositoryFactoryBean<?, ?, ?> repository, Violations violations) {
		Class<?> type = repository.getObjectType();
		Class<?> domainType = (type != null) ? RepositoryInterfaces.domainType(type) : null;
		if (domainType == null || AssociationModel.inMemory().associationsOf(domainType).isEmpty()) {
			return;
		}
		MappingContext<?, ?> context = this.templates.mappingContext(name);
		if (context != null && !(context instanceof InverseMappingContext)) {
			violations
				.add(("The repository '%s' is of %s, which has associations, but its JdbcMappingContext is a %s and "
						+ "does not know them. inverseof takes over the only or primary JdbcMappingContext if it is exactly that "
						+ "class. Remove the bean, mark it as @Primary, or let it be (or extend) %s.")
					.formatted(name, domainType.getName(), context.getClass().getName(),
							InverseMappingContext.class.getName()));
		}
	}

}
