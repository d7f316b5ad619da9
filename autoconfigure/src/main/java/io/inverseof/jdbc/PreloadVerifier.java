package io.inverseof.jdbc;

import java.util.Comparator;
import java.util.Set;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.PreloadPaths;
import io.inverseof.model.Violations;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds paths in {@link io.inverseof.Preload} that do not exist, in all repositories,
 * created or not, and annotations that are not in a repository.
 *
 * @since 0.1.0
 */
public final class PreloadVerifier {

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates the verifier.
	 * @param beanFactory knows the repositories
	 */
	public PreloadVerifier(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Gathers what is wrong.
	 * @param model the associations
	 * @param violations where to
	 */
	public void verify(AssociationModel model, Violations violations) {
		PreloadPaths paths = new PreloadPaths(model);
		Set<Class<?>> repositories = RepositoryInterfaces.in(this.beanFactory);
		repositories.stream()
			.sorted(Comparator.comparing(Class::getName))
			.flatMap((repository) -> PreloadMethods.of(repository).stream())
			.forEach((method) -> method.verify(paths, violations));
		new StrayPreloads(this.beanFactory, repositories).verify(violations);
	}

}
