package io.inverseof.it.saving.failing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Every thread-bound state of the library: that of its classes, and that of the objects
 * its beans are made of.
 */
final class ThreadLocals {

	/** Counts what a thread has written, and is meant to stay. */
	private static final String COUNTER = "WriteJournal.unknownWrites";

	private final Map<String, ThreadLocal<?>> all = new TreeMap<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Object> open = new ArrayDeque<>();

	private ThreadLocals() {
	}

	static ThreadLocals of(ApplicationContext context) {
		ThreadLocals locals = new ThreadLocals();
		libraryClasses().forEach((type) -> locals.inspect(type, null));
		locals.open.addAll(context.getBeansOfType(Object.class).values());
		while (!locals.open.isEmpty()) {
			locals.inspect(locals.open.remove());
		}
		locals.all.remove(COUNTER);
		return locals;
	}

	/**
	 * Returns what is bound to this thread.
	 */
	Map<String, String> values() {
		Map<String, String> values = new TreeMap<>();
		this.all.forEach((name, local) -> values.put(name, String.valueOf(local.get())));
		return values;
	}

	private static List<Class<?>> libraryClasses() {
		try {
			CachingMetadataReaderFactory metadata = new CachingMetadataReaderFactory();
			List<Class<?>> types = new ArrayList<>();
			for (var file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:io/inverseof/**/*.class")) {
				String name = metadata.getMetadataReader(file).getClassMetadata().getClassName();
				if (!name.startsWith("io.inverseof.it.")) {
					types.add(ClassUtils.resolveClassName(name, null));
				}
			}
			return types;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void inspect(Object object) {
		Class<?> type = object.getClass();
		if (this.seen.add(object) && type.getName().startsWith("io.inverseof.")
				&& !type.getName().startsWith("io.inverseof.it.")) {
			inspect(type, object);
		}
	}

	private void inspect(Class<?> type, @Nullable Object object) {
		Arrays.stream(type.getDeclaredFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) == (object == null))
			.filter((field) -> !field.getType().isPrimitive())
			.forEach((field) -> inspect(field, object));
	}

	private void inspect(Field field, @Nullable Object object) {
		if (object == null && !ThreadLocal.class.isAssignableFrom(field.getType())) {
			return;
		}
		ReflectionUtils.makeAccessible(field);
		Object value = ReflectionUtils.getField(field, object);
		if (value instanceof ThreadLocal<?> local) {
			this.all.put(field.getDeclaringClass().getSimpleName() + "." + field.getName(), local);
		}
		else if (value != null) {
			this.open.add(value);
		}
	}

}
