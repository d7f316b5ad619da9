package io.inverseof.jdbc;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.inverseof.Preload;
import io.inverseof.model.PreloadMethod;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;

/**
 * The methods of a repository that are annotated with {@link Preload}.
 */
final class PreloadMethods {

	private PreloadMethods() {
	}

	/**
	 * Lets a repository preload, if one of its methods asks for that.
	 */
	static void install(JdbcRepositoryFactoryBean<?, ?, ?> factoryBean, RuntimeSupplier runtime) {
		Class<?> repository = factoryBean.getObjectType();
		if (repository != null && !annotated(repository).isEmpty()) {
			PreloadInterceptor interceptor = new PreloadInterceptor(repository, domainType(repository), runtime);
			factoryBean.addRepositoryFactoryCustomizer((factory) -> factory
				.addRepositoryProxyPostProcessor((proxy, information) -> proxy.addAdvice(interceptor)));
		}
	}

	/**
	 * Returns the methods in a stable order.
	 */
	static List<PreloadMethod> of(Class<?> repository) {
		return annotated(repository).stream()
			.map((method) -> PreloadMethod.of(repository, method, domainType(repository)))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(PreloadMethod::toString))
			.toList();
	}

	private static List<Method> annotated(Class<?> repository) {
		return Arrays.stream(repository.getMethods())
			.filter((method) -> !method.isBridge() && AnnotatedElementUtils.hasAnnotation(method, Preload.class))
			.toList();
	}

	/**
	 * Not asked for without need: it fails for a repository that could not be created.
	 */
	private static Class<?> domainType(Class<?> repository) {
		return AbstractRepositoryMetadata.getMetadata(repository).getDomainType();
	}

}
