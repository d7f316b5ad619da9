package io.inverseof.autoconfigure;

import java.util.Set;
import java.util.function.Supplier;

import io.inverseof.Discriminator;

import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;

/**
 * Finds the classes annotated with {@link Discriminator} where Spring Boot looks for
 * entities.
 */
record SubclassScan(ApplicationContext context) implements Supplier<Set<Class<?>>> {

	@Override
	public Set<Class<?>> get() {
		try {
			return new EntityScanner(this.context).scan(Discriminator.class);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("A class annotated with @Discriminator cannot be loaded", ex);
		}
	}

}
