package io.inverseof.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.WildcardType;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * A field that is an association, as it was found in a concrete class and before anything
 * was concluded from it.
 */
record AssociationField(Class<?> owner, List<Field> path, AssociationKind kind, ResolvableType type) {

	Field field() {
		return this.path.get(this.path.size() - 1);
	}

	String name() {
		return FieldPaths.name(this.path);
	}

	/**
	 * Returns the class of the target.
	 * @return the first type argument, or {@code null} if it is missing or a wildcard
	 */
	@Nullable Class<?> target() {
		return argument(0);
	}

	@Nullable Class<?> argument(int index) {
		ResolvableType argument = this.type.getGeneric(index);
		return (argument.getType() instanceof WildcardType) ? null : argument.resolve();
	}

	<A extends Annotation> @Nullable A annotation(Class<A> type) {
		return field().getAnnotation(type);
	}

	boolean isAnnotated(Class<? extends Annotation> type) {
		return field().isAnnotationPresent(type);
	}

	@Override
	public String toString() {
		return this.owner.getSimpleName() + "." + name();
	}

}
