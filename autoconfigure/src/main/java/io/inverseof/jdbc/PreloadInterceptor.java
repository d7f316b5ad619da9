package io.inverseof.jdbc;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.PreloadMethod;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Preloads what the methods of one repository return that are annotated with
 * {@link io.inverseof.Preload}, in the transaction of the method. Thread-safe.
 */
final class PreloadInterceptor implements MethodInterceptor {

	private final Class<?> repository;

	private final Class<?> domainType;

	private final SingletonSupplier<Preloader> preloader;

	private final Map<Method, Optional<PreloadMethod>> methods = new ConcurrentHashMap<>();

	PreloadInterceptor(Class<?> repository, Class<?> domainType, RuntimeSupplier runtime) {
		this.repository = repository;
		this.domainType = domainType;
		this.preloader = SingletonSupplier.of(() -> new Preloader(runtime.get()));
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object result = invocation.proceed();
		PreloadMethod method = method(invocation.getMethod());
		return (method != null) ? new PreloadedResults(method, this.preloader.obtain()).of(result) : result;
	}

	private @Nullable PreloadMethod method(Method called) {
		return this.methods
			.computeIfAbsent(called,
					(method) -> Optional.ofNullable(PreloadMethod.of(this.repository, method, this.domainType)))
			.orElse(null);
	}

}
