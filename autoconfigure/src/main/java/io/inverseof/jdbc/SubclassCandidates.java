package io.inverseof.jdbc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

import io.inverseof.model.SharedTables;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.data.relational.RelationalManagedTypes;

/**
 * Where an application may have classes that share the table of their superclass: among
 * its entities, the classes of its repositories, and what a scan finds.
 *
 * @since 0.1.0
 */
public final class SubclassCandidates {

	private final ListableBeanFactory beanFactory;

	private final Supplier<? extends Collection<Class<?>>> scan;

	/**
	 * Creates the candidates.
	 * @param beanFactory knows the repositories
	 * @param scan finds the annotated classes of the application
	 */
	public SubclassCandidates(ListableBeanFactory beanFactory, Supplier<? extends Collection<Class<?>>> scan) {
		this.beanFactory = beanFactory;
		this.scan = scan;
	}

	/**
	 * Finds out which tables are shared.
	 */
	SharedTables tables(RelationalManagedTypes managedTypes) {
		Set<Class<?>> classes = new LinkedHashSet<>(this.scan.get());
		managedTypes.forEach(classes::add);
		for (Class<?> repository : RepositoryInterfaces.in(this.beanFactory)) {
			Class<?> domainType = RepositoryInterfaces.domainType(repository);
			if (domainType != null) {
				classes.add(domainType);
			}
		}
		return SharedTables.of(classes);
	}

}
