package io.inverseof;

import java.util.ServiceLoader;

/**
 * Finds the {@link AssociationFactory} once.
 */
final class AssociationFactoryHolder {

	static final AssociationFactory INSTANCE = ServiceLoader
		.load(AssociationFactory.class, AssociationFactory.class.getClassLoader())
		.findFirst()
		.orElseThrow(() -> new IllegalStateException("META-INF/services/io.inverseof.AssociationFactory is missing: "
				+ "merge the service files when you repackage the inverseof-spring-boot jar"));

	private AssociationFactoryHolder() {
	}

}
