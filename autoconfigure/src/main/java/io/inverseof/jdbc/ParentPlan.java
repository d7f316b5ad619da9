package io.inverseof.jdbc;

import java.util.List;
import java.util.function.Consumer;

import io.inverseof.model.BackReference;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * What objects of one class contain that has to be told its parent. Immutable,
 * thread-safe.
 *
 * @param parts what refers back to the class itself
 * @param embedded the properties of embedded objects that contain more of it
 * @param entities the properties of entities that contain more of it
 */
record ParentPlan(List<Part> parts, List<RelationalPersistentProperty> embedded,
		List<RelationalPersistentProperty> entities) {

	static final ParentPlan NONE = new ParentPlan(List.of(), List.of(), List.of());

	static ParentPlan of(List<Part> parts, List<RelationalPersistentProperty> leading) {
		return new ParentPlan(List.copyOf(parts),
				leading.stream().filter(RelationalPersistentProperty::isEmbedded).toList(),
				leading.stream().filter((property) -> !property.isEmbedded()).toList());
	}

	void tellParts(Object parent) {
		this.parts.forEach((part) -> part.tell(parent));
	}

	void forEachEmbedded(Object parent, Consumer<Object> action) {
		this.embedded.forEach((property) -> AggregateParts.visit(value(parent, property), action));
	}

	void forEachEntity(Object parent, Consumer<Object> action) {
		this.entities.forEach((property) -> AggregateParts.visit(value(parent, property), action));
	}

	private static @Nullable Object value(Object holder, RelationalPersistentProperty property) {
		return property.getOwner().getPropertyAccessor(holder).getProperty(property);
	}

	/**
	 * A property with objects that have their parent in a field.
	 *
	 * @param path the property, after those of the embedded objects it is in
	 * @param references the fields
	 */
	record Part(List<RelationalPersistentProperty> path, List<BackReference> references) {

		static @Nullable Part of(Class<?> parent, List<RelationalPersistentProperty> path, Class<?> content) {
			String name = String.join(".", path.stream().map(RelationalPersistentProperty::getName).toList());
			List<BackReference> references = BackReference.of(content)
				.stream()
				.filter((reference) -> reference.isInverseOf(parent, name))
				.toList();
			return references.isEmpty() ? null : new Part(List.copyOf(path), references);
		}

		void tell(Object parent) {
			AggregateParts.visit(objects(parent),
					(child) -> this.references.forEach((reference) -> reference.set(child, parent)));
		}

		private @Nullable Object objects(Object parent) {
			Object found = parent;
			for (RelationalPersistentProperty property : this.path) {
				found = (found != null) ? value(found, property) : null;
			}
			return found;
		}

	}

}
