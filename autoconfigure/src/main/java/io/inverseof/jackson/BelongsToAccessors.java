package io.inverseof.jackson;

import java.lang.reflect.Modifier;

import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;

import org.springframework.util.ReflectionUtils;

/**
 * Makes getters of public methods such as {@code BelongsTo<Author, Long> author()} that
 * are named after the field they return, as the accessors of entities mostly are.
 */
final class BelongsToAccessors extends AnnotationIntrospector {

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public @Nullable String findImplicitPropertyName(MapperConfig<?> config, AnnotatedMember member) {
		return (member instanceof AnnotatedMethod method && isAccessor(method)) ? method.getName() : null;
	}

	private static boolean isAccessor(AnnotatedMethod method) {
		return method.getRawReturnType() == BelongsTo.class && method.getParameterCount() == 0
				&& Modifier.isPublic(method.getModifiers()) && !method.getDeclaringClass().isRecord()
				&& ReflectionUtils.findField(method.getDeclaringClass(), method.getName(), BelongsTo.class) != null;
	}

}
