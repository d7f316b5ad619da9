package io.inverseof.it.zoo;

import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

import org.springframework.data.domain.Window;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Describes objects down to their last field, and says where the same object shows up
 * again, also in a later description.
 */
final class Description {

	private static final Pattern HASH_CODE = Pattern.compile("@[0-9a-f]{5,8}\\b");

	private static final Pattern PROXY_NUMBER = Pattern.compile("\\$Proxy\\d+");

	private final Map<Object, Integer> numbers = new IdentityHashMap<>();

	static String withoutHashCodes(String text) {
		return PROXY_NUMBER.matcher(HASH_CODE.matcher(text).replaceAll("@hash")).replaceAll("\\$Proxy");
	}

	String of(@Nullable Object value) {
		return describe(value, new HashSet<>());
	}

	private String describe(@Nullable Object value, Set<Integer> seen) {
		if (value == null) {
			return "null";
		}
		if (value instanceof CharSequence text) {
			return '"' + withoutHashCodes(text.toString()) + '"';
		}
		if (value instanceof Optional<?> optional) {
			return "Optional" + elements(optional.stream().toList(), seen);
		}
		if (value instanceof Stream<?> stream) {
			try (stream) {
				return "Stream" + elements(stream.toList(), seen);
			}
		}
		if (value instanceof Collection<?> collection) {
			return collection(collection, seen);
		}
		if (value instanceof Map<?, ?> map) {
			return map(map, seen);
		}
		if (value instanceof Window<?> window) {
			return window(window, seen);
		}
		if (value instanceof java.sql.Array array) {
			return "sql array " + array(array, seen);
		}
		if (value.getClass().isArray()) {
			List<Object> elements = new ArrayList<>();
			IntStream.range(0, Array.getLength(value)).forEach((i) -> elements.add(Array.get(value, i)));
			return value.getClass().getSimpleName() + elements(elements, seen);
		}
		if (value instanceof Enum<?> || isOpaque(value)) {
			return value.getClass().getSimpleName() + ' ' + withoutHashCodes(value.toString());
		}
		if (value.getClass().isHidden() || value instanceof InputStream || value instanceof Savepoint) {
			return "an object without content";
		}
		return object(value, seen);
	}

	private static boolean isOpaque(Object value) {
		return value.getClass().getName().startsWith("java.") || value instanceof PGobject;
	}

	private String array(java.sql.Array array, Set<Integer> seen) {
		try {
			return array.getBaseTypeName() + ' ' + describe(array.getArray(), seen);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String elements(Collection<?> elements, Set<Integer> seen) {
		return elements.stream().map((element) -> describe(element, seen)).collect(Collectors.joining(", ", "[", "]"));
	}

	private String collection(Collection<?> collection, Set<Integer> seen) {
		String name = collection.getClass().getSimpleName();
		if (collection.getClass() == HashSet.class) {
			return name + collection.stream().map((element) -> describe(element, seen)).sorted().toList();
		}
		return name + elements(collection, seen);
	}

	private String map(Map<?, ?> map, Set<Integer> seen) {
		Stream<String> entries = map.entrySet()
			.stream()
			.map((entry) -> describe(entry.getKey(), seen) + '=' + describe(entry.getValue(), seen));
		entries = (map.getClass() == HashMap.class) ? entries.sorted() : entries;
		return map.getClass().getSimpleName() + entries.collect(Collectors.joining(", ", "{", "}"));
	}

	private String window(Window<?> window, Set<Integer> seen) {
		List<Object> positions = new ArrayList<>();
		IntStream.range(0, window.size()).forEach((i) -> positions.add(window.positionAt(i)));
		return "Window" + elements(window.getContent(), seen) + " at " + elements(positions, seen)
				+ (window.hasNext() ? " and more" : "");
	}

	private String object(Object value, Set<Integer> seen) {
		int number = this.numbers.computeIfAbsent(value, (any) -> this.numbers.size() + 1);
		String name = name(value.getClass()) + '#' + number;
		if (!seen.add(number)) {
			return name;
		}
		if (Proxy.isProxyClass(value.getClass())) {
			return name + properties(value, seen);
		}
		return name + fields(value.getClass()).map((field) -> field(field, value, seen))
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static String name(Class<?> type) {
		return Proxy.isProxyClass(type) ? "proxy of " + type.getInterfaces()[0].getSimpleName()
				: ClassUtils.getShortName(type);
	}

	/**
	 * The getters of a projection.
	 */
	private String properties(Object proxy, Set<Integer> seen) {
		Function<Method, String> property = (method) -> method.getName() + '='
				+ describe(ReflectionUtils.invokeMethod(method, proxy), seen);
		return Arrays.stream(ReflectionUtils.getAllDeclaredMethods(proxy.getClass().getInterfaces()[0]))
			.filter((method) -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
			.sorted(Comparator.comparing(Method::getName))
			.peek(ReflectionUtils::makeAccessible)
			.map(property)
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static Stream<Field> fields(Class<?> type) {
		Class<?> parent = type.getSuperclass();
		Stream<Field> inherited = (parent != null && parent != Object.class) ? fields(parent) : Stream.empty();
		return Stream.concat(inherited, Arrays.stream(type.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()));
	}

	private String field(Field field, Object owner, Set<Integer> seen) {
		ReflectionUtils.makeAccessible(field);
		return field.getName() + '=' + describe(ReflectionUtils.getField(field, owner), seen);
	}

}
