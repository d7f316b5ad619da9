package io.inverseof.holder;

import java.util.List;

import io.inverseof.IllegalTargetException;
import io.inverseof.UnknownTypeException;
import io.inverseof.UntypedReferenceException;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with the target of a polymorphic belongs-to.
 */
final class PolymorphicErrors {

	private PolymorphicErrors() {
	}

	static void requireTarget(AssociationHolder reference, AssociationProperty property, Object target) {
		String obstacle = property.obstacleTo(target);
		if (obstacle != null) {
			throw new IllegalTargetException(
					"%s is polymorphic and was given a %s, which cannot be its target: %s. Assign an entity of another class."
						.formatted(reference.describe(), target.getClass().getName(), obstacle));
		}
	}

	/**
	 * Stops at a type that names no class of the application.
	 */
	static void requireType(BelongsToHolder<?, ?> reference, TypedKey key) {
		AssociationProperty property = reference.property();
		TypeColumn column = (property != null) ? property.typeColumn() : null;
		if (property != null && column != null && property.polymorphicTarget(key.type()) == null) {
			List<String> known = property.typeNames();
			if (!known.isEmpty()) {
				throw unknownType(reference, column, key, known);
			}
		}
	}

	/**
	 * There is no such class.
	 */
	private static UnknownTypeException unknownType(AssociationHolder reference, TypeColumn column, TypedKey key,
			List<String> known) {
		return new UnknownTypeException(
				("%s refers to %s, but the type \"%s\" in its column %s is no entity that it may refer to. Known are %s. "
						+ "Give the entity that is meant this name with @TypeAlias, or correct the row.")
					.formatted(reference.describe(), key.id(), key.type(), column.name(), String.join(", ", known)));
	}

	/**
	 * The declared type is not that of a row.
	 */
	static IllegalTargetException notInstantiable(AssociationProperty property) {
		return new IllegalTargetException(
				("%s is polymorphic, so that nothing says which class of %s to build. Create the object and pass it to "
						+ "set(..) instead.")
					.formatted(property, property.target().getSimpleName()));
	}

	/**
	 * The key is an id of nobody knows which class.
	 */
	static UntypedReferenceException untyped(BelongsToHolder<?, ?> reference, Object id) {
		return new UntypedReferenceException(
				("%s is polymorphic and has the id %s, but nothing says which class it is an id of. Use set(..), "
						+ "BelongsTo.to(..) or BelongsTo.toId(%s.class, %s).")
					.formatted(reference.describe(), id, example(reference.property()), id));
	}

	private static String example(@Nullable AssociationProperty property) {
		List<String> known = (property != null) ? property.typeNames() : List.of();
		Class<?> first = (property != null && !known.isEmpty()) ? property.polymorphicTarget(known.get(0)) : null;
		return (first != null) ? first.getSimpleName() : "Product";
	}

}
