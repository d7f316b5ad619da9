package io.inverseof.model;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.model.DiscoveredFields.OtherField;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Transient;

/**
 * Reports associations inside collections, maps, arrays and {@link Optional}, which
 * cannot be mapped.
 */
final class WrappedAssociations {

	private WrappedAssociations() {
	}

	/**
	 * Reports a field that wraps an association.
	 * @return whether it does
	 */
	static boolean check(OtherField other, Violations problems) {
		ResolvableType association = isMapped(other) ? wrapped(other.type()) : null;
		if (association == null) {
			return false;
		}
		problems
			.add(("%s is declared as \"%s\", but an association cannot be mapped inside a collection, map, array or "
					+ "Optional. %s")
				.formatted(other, TypeNames.of(other.field().getGenericType()), advice(other.type(), association)));
		return true;
	}

	private static boolean isMapped(OtherField other) {
		return !Modifier.isStatic(other.field().getModifiers())
				&& !AnnotatedElementUtils.isAnnotated(other.field(), Transient.class);
	}

	private static @Nullable ResolvableType wrapped(ResolvableType type) {
		return contents(type).filter((content) -> isAssociation(content.toClass())).findFirst().orElse(null);
	}

	private static Stream<ResolvableType> contents(ResolvableType type) {
		if (type.isArray()) {
			return Stream.of(type.getComponentType());
		}
		return Stream.of(Iterable.class, Map.class, Optional.class)
			.map(type::as)
			.flatMap((container) -> Stream.of(container.getGenerics()));
	}

	private static boolean isAssociation(Class<?> type) {
		return type == BelongsTo.class || type == HasOne.class || type == HasMany.class;
	}

	private static String advice(ResolvableType container, ResolvableType association) {
		String name = TypeNames.of(association);
		if (container.toClass() == Optional.class) {
			return "Write %s, which can be empty by itself.".formatted(name);
		}
		if (association.toClass() != BelongsTo.class) {
			return "Write %s.".formatted(name.replace("HasOne", "HasMany"));
		}
		return ("Put the %s into a class of its own and hold a collection of that, or write a HasMany and give its target "
				+ "the belongs-to.")
			.formatted(name);
	}

}
