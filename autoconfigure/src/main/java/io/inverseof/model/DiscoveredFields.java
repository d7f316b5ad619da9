package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.util.ReflectionUtils;

/**
 * The fields of a concrete class, superclass first, those of embedded objects in their
 * place: the associations, and the others.
 */
record DiscoveredFields(List<AssociationField> associations, List<OtherField> others) {

	static DiscoveredFields of(Class<?> type) {
		DiscoveredFields fields = new DiscoveredFields(new ArrayList<>(), new ArrayList<>());
		fields.collect(type, ResolvableType.forClass(type), List.of());
		return fields;
	}

	private void collect(Class<?> owner, ResolvableType holder, List<Field> parents) {
		for (Field field : FieldHierarchy.of(holder.resolve(Object.class))) {
			ResolvableType type = ResolvableType.forField(field, holder);
			List<Field> path = FieldPaths.append(parents, field);
			AssociationKind kind = kind(field);
			if (kind != null) {
				ReflectionUtils.makeAccessible(field);
				this.associations.add(new AssociationField(owner, path, kind, type));
				continue;
			}
			OtherField other = new OtherField(owner, path, type);
			this.others.add(other);
			if (other.isEmbedded() && !parents.contains(field)) {
				ReflectionUtils.makeAccessible(field);
				collect(owner, type, path);
			}
		}
	}

	private static @Nullable AssociationKind kind(Field field) {
		Class<?> type = Modifier.isStatic(field.getModifiers()) ? void.class : field.getType();
		if (type == BelongsTo.class) {
			return AssociationKind.BELONGS_TO;
		}
		if (type == HasOne.class) {
			return AssociationKind.HAS_ONE;
		}
		return (type == HasMany.class) ? AssociationKind.HAS_MANY : null;
	}

	/**
	 * Returns the types of the embedded objects, which are no owners themselves.
	 */
	Stream<Class<?>> embedded() {
		return this.others.stream().filter(OtherField::isEmbedded).map((other) -> other.type().toClass());
	}

	/**
	 * A field that is no association.
	 */
	record OtherField(Class<?> owner, List<Field> path, ResolvableType type) {

		Field field() {
			return this.path.get(this.path.size() - 1);
		}

		boolean isEmbedded() {
			return !Modifier.isStatic(field().getModifiers())
					&& AnnotatedElementUtils.isAnnotated(field(), Embedded.class);
		}

		@Override
		public String toString() {
			return this.owner.getSimpleName() + "." + FieldPaths.name(this.path);
		}

	}

}
