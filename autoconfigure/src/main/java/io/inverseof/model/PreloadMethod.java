package io.inverseof.model;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.inverseof.InvalidPreloadException;
import io.inverseof.Preload;
import org.jspecify.annotations.Nullable;

import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * A method of a repository that is annotated with {@link Preload}. Immutable,
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class PreloadMethod {

	private static final List<Class<?>> CONTAINERS = List.of(Map.class, Iterable.class, Optional.class, Stream.class,
			CompletionStage.class);

	private final Class<?> repository;

	private final Method method;

	private final Class<?> domainType;

	private final List<String> paths;

	private final ResolvableType returned;

	private final ResolvableType content;

	private PreloadMethod(Class<?> repository, Method method, Class<?> domainType, List<String> paths) {
		this.repository = repository;
		this.method = method;
		this.domainType = domainType;
		this.paths = paths;
		this.returned = ResolvableType.forMethodReturnType(method, repository);
		this.content = ContainedType.in(this.returned, CONTAINERS);
	}

	/**
	 * Looks at a method that can be called on a repository.
	 * @param repository the interface of the repository
	 * @param called the method as it is called, which may be one that the repository
	 * overrides
	 * @param domainType the entity of the repository
	 * @return the method, or {@code null} if it is not annotated
	 */
	public static @Nullable PreloadMethod of(Class<?> repository, Method called, Class<?> domainType) {
		Method declared = ClassUtils.getMethodIfAvailable(repository, called.getName(), called.getParameterTypes());
		Method method = BridgeMethodResolver.findBridgedMethod((declared != null) ? declared : called);
		Preload annotation = AnnotatedElementUtils.findMergedAnnotation(method, Preload.class);
		return (annotation != null) ? new PreloadMethod(repository, method, domainType, List.of(annotation.value()))
				: null;
	}

	/**
	 * Returns the paths.
	 * @return the paths as they are written
	 */
	public List<String> paths() {
		return this.paths;
	}

	/**
	 * Returns the class of the objects that the method hands out, alone or in a
	 * container.
	 * @return what is returned, or the entity of the repository where the declaration
	 * leaves that open
	 */
	public Class<?> type() {
		Class<?> declared = this.content.resolve(Object.class);
		return declared.isAssignableFrom(this.domainType) ? this.domainType : declared;
	}

	/**
	 * Finds out whether everything that is returned can be preloaded.
	 * @param available finds paths
	 * @param violations receives what is wrong
	 */
	public void verify(PreloadPaths available, Violations violations) {
		String obstacle = obstacle(available);
		if (obstacle != null) {
			violations.add("%s is annotated with @Preload, but %s".formatted(this, obstacle));
			return;
		}
		this.paths.forEach((path) -> verify(available, path, violations));
	}

	private @Nullable String obstacle(PreloadPaths available) {
		if (this.paths.isEmpty()) {
			return "names no path. Name an association, or remove the annotation.";
		}
		if (this.returned.resolve() == Future.class) {
			return "returns a Future. Return a CompletableFuture, or remove the annotation.";
		}
		if (isNamedByCaller(this.method.getGenericReturnType())) {
			return unsuitable(TypeNames.of(this.method.getGenericReturnType()), "whose type the caller chooses");
		}
		return available.startAt(type()) ? null
				: unsuitable(TypeNames.of(this.returned), "which has no associations to load");
	}

	/**
	 * Tells whether the caller says which type is returned, which may be a projection.
	 */
	private static boolean isNamedByCaller(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return isNamedByCaller(arguments[arguments.length - 1]);
		}
		return type instanceof TypeVariable<?> variable && variable.getGenericDeclaration() instanceof Method
				&& variable.getBounds()[0] == Object.class;
	}

	private String unsuitable(String type, String reason) {
		return "returns %s, %s. Return %s, alone or in a List, Optional, Page, Slice or Stream, or remove the annotation."
			.formatted(type, reason, this.domainType.getSimpleName());
	}

	private void verify(PreloadPaths available, String path, Violations violations) {
		try {
			available.of(type(), path);
		}
		catch (InvalidPreloadException ex) {
			violations.add("%s is annotated with @Preload, but %s".formatted(this, ex.getMessage()));
		}
	}

	@Override
	public String toString() {
		return "%s.%s(%s)".formatted(this.repository.getSimpleName(), this.method.getName(),
				String.join(", ", Arrays.stream(this.method.getParameterTypes()).map(Class::getSimpleName).toList()));
	}

}
