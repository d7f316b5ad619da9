package io.inverseof.autoconfigure;

import java.util.LinkedHashSet;
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
			Set<Class<?>> found = new LinkedHashSet<>(new EntityScanner(this.context).scan(Discriminator.class));
			// what is local to a method is nobody's entity, but is found on Java 24 and
			// later
			found.removeIf(Class::isLocalClass);
			return found;
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("A class annotated with @Discriminator cannot be loaded", ex);
		}
	}

}
