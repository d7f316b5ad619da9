package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;
import org.springframework.util.ReflectionUtils;

/**
 * One step of a {@link PreloadPath}. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface PreloadStep {

	/**
	 * Returns the name as it is written in the path.
	 * @return the name, with the names of the embedded objects around it before,
	 * separated by dots
	 */
	String name();

	/**
	 * Returns what the step leads to.
	 * @return the declared class of the objects
	 */
	Class<?> target();

	/**
	 * Tells whether the step leads to objects of several classes, which need not have the
	 * same associations.
	 * @return whether it is one to the targets of a polymorphic belongs-to
	 */
	default boolean isPolymorphic() {
		return false;
	}

	/**
	 * A step to the targets of an association, which have to be loaded.
	 *
	 * @param association the association
	 */
	record ToTargets(AssociationProperty association) implements PreloadStep {

		@Override
		public String name() {
			return this.association.name();
		}

		@Override
		public Class<?> target() {
			return this.association.target();
		}

		@Override
		public boolean isPolymorphic() {
			return this.association.isPolymorphic();
		}

	}

	/**
	 * A step to entities inside the same aggregate, which are there already.
	 *
	 * @param path the fields that lead to them, one unless there are embedded objects
	 * around
	 * @param target the class of the entities
	 */
	record ToParts(List<Field> path, Class<?> target) implements PreloadStep {

		@Override
		public String name() {
			return FieldPaths.name(this.path);
		}

		/**
		 * Returns the entities.
		 * @param instance an object of the class that the step starts from
		 * @return what the field holds, or contains if it is a collection, map or array
		 */
		public List<Object> parts(Object instance) {
			List<Object> parts = new ArrayList<>();
			collect(value(instance), parts);
			return parts;
		}

		private @Nullable Object value(Object instance) {
			Object value = instance;
			for (int i = 0; i < this.path.size() && value != null; i++) {
				value = ReflectionUtils.getField(this.path.get(i), value);
			}
			return value;
		}

		private static void collect(@Nullable Object value, List<Object> parts) {
			if (value instanceof Map<?, ?> map) {
				collect(map.values(), parts);
			}
			else if (value instanceof Collection<?> collection) {
				collection.forEach((element) -> collect(element, parts));
			}
			else if (value instanceof Optional<?> optional) {
				collect(optional.orElse(null), parts);
			}
			else if (ObjectUtils.isArray(value)) {
				collect(Arrays.asList(ObjectUtils.toObjectArray(value)), parts);
			}
			else if (value != null) {
				parts.add(value);
			}
		}

	}

}
