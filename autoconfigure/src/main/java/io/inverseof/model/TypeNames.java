package io.inverseof.model;

import java.lang.reflect.Type;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Writes types as somebody would write them in a source file.
 */
final class TypeNames {

	private TypeNames() {
	}

	static String of(Type type) {
		return withoutPackages(type.getTypeName());
	}

	/**
	 * Returns the name with type variables resolved.
	 */
	static String of(ResolvableType type) {
		return withoutPackages(type.toString());
	}

	private static String withoutPackages(String name) {
		return name.replaceAll("[\\w.]*[.$](?=\\w)", "");
	}

	/**
	 * Returns the simple name as it is written in type arguments.
	 */
	static String wrapper(Class<?> type) {
		return ClassUtils.resolvePrimitiveIfNecessary(type).getSimpleName();
	}

	static boolean same(Class<?> left, Class<?> right) {
		return ClassUtils.resolvePrimitiveIfNecessary(left) == ClassUtils.resolvePrimitiveIfNecessary(right);
	}

}
