package io.inverseof.jdbc;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.inverseof.Preload;
import io.inverseof.model.Violations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds {@link Preload} where nobody would look at it: on the methods of beans that are
 * no repositories.
 */
final class StrayPreloads {

	private static final Log logger = LogFactory.getLog(StrayPreloads.class);

	private final ListableBeanFactory beanFactory;

	private final Set<Class<?>> repositories;

	StrayPreloads(ListableBeanFactory beanFactory, Set<Class<?>> repositories) {
		this.beanFactory = beanFactory;
		this.repositories = repositories;
	}

	void verify(Violations violations) {
		Arrays.stream(this.beanFactory.getBeanDefinitionNames())
			.map(this::type)
			.filter((type) -> type != null && !this.repositories.contains(type))
			.map(ClassUtils::getUserClass)
			.filter((type) -> !type.getName().startsWith("org.springframework."))
			.distinct()
			.flatMap((type) -> methods(type).stream())
			.map(StrayPreloads::describe)
			.distinct()
			.sorted()
			.forEach((method) -> violations.add(problem(method)));
	}

	private @Nullable Class<?> type(String name) {
		try {
			return this.beanFactory.getType(name, false);
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("The class of the bean " + name + " could not be found", ex);
			return null;
		}
	}

	private static String problem(String method) {
		return ("%s is annotated with @Preload, but is not declared in the interface of a Spring Data JDBC repository. "
				+ "Annotate the method there, or call AssociationOperations.preload(..) in this one.")
			.formatted(method);
	}

	/**
	 * A class that cannot be looked at is left alone, as Spring does.
	 */
	private static List<Method> methods(Class<?> type) {
		List<Method> annotated = new ArrayList<>();
		try {
			if (AnnotationUtils.isCandidateClass(type, Preload.class)) {
				ReflectionUtils.doWithMethods(type, annotated::add,
						(method) -> !method.isBridge() && method.isAnnotationPresent(Preload.class));
			}
		}
		catch (IllegalStateException | LinkageError ex) {
			logger.debug("The methods of " + type.getName() + " could not be looked at", ex);
		}
		return annotated;
	}

	private static String describe(Method method) {
		return "%s.%s(%s)".formatted(method.getDeclaringClass().getSimpleName(), method.getName(),
				String.join(", ", Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList()));
	}

}
