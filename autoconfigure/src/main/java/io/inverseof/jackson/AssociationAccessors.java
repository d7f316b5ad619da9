package io.inverseof.jackson;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.Association;
import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;

import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Makes getters of public methods such as {@code BelongsTo<Author, Long> author()} that
 * are named after the field they return, as the accessors of entities mostly are. Keeps a
 * final field that can only be read, because its accessor says so.
 */
final class AssociationAccessors extends AnnotationIntrospector {

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

	@Override
	public @Nullable PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated member) {
		return (member instanceof AnnotatedField field && Association.class.isAssignableFrom(field.getRawType())
				&& isWriteOnly(member)) ? PropertyName.USE_DEFAULT : null;
	}

	/**
	 * Tells whether the accessor of a field says that it can only be read. Jackson drops
	 * such an accessor, and would then have nothing left.
	 */
	static boolean isWriteOnly(Annotated member) {
		return member instanceof AnnotatedField field
				&& accessors(field).map((accessor) -> accessor.getAnnotation(JsonProperty.class))
					.anyMatch((property) -> property != null && property.access() == JsonProperty.Access.WRITE_ONLY);
	}

	private static Stream<Method> accessors(AnnotatedField field) {
		return Stream.of(field.getName(), "get" + StringUtils.capitalize(field.getName()))
			.map((name) -> ReflectionUtils.findMethod(field.getDeclaringClass(), name))
			.filter(Objects::nonNull);
	}

}
