package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.mapping.PersistentPropertyPathAccessor;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Reads from a child the id of its owner, whether an association or a plain property
 * holds it. Thread-safe.
 */
final class ChildKeys {

	private final InverseMappingContext context;

	private final JdbcEntityMapping mapping;

	private final Map<AssociationProperty, List<PersistentPropertyPath<RelationalPersistentProperty>>> plainPaths = new ConcurrentHashMap<>();

	ChildKeys(InverseMappingContext context) {
		this.context = context;
		this.mapping = new JdbcEntityMapping(context);
	}

	/**
	 * Returns the key of a child.
	 * @param property the has-one or has-many
	 * @param child a row of its target
	 * @return an id of the owner's type, the parts of a composite one in a list where
	 * plain properties hold them, or {@code null} if it is not known
	 */
	@Nullable Object of(AssociationProperty property, Object child) {
		AssociationProperty keySide = property.keySide();
		if (keySide == null) {
			return plainKey(property, child);
		}
		return (keySide.holder(child) instanceof BelongsToHolder<?, ?> reference) ? reference.key() : null;
	}

	private @Nullable Object plainKey(AssociationProperty property, Object child) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> paths = this.plainPaths.computeIfAbsent(property,
				this::plainPaths);
		PersistentPropertyPathAccessor<Object> accessor = this.context.getRequiredPersistentEntity(child.getClass())
			.getPropertyPathAccessor(child);
		List<Object> parts = new ArrayList<>();
		for (PersistentPropertyPath<RelationalPersistentProperty> path : paths) {
			Object part = accessor.getProperty(path);
			if (part != null) {
				parts.add(part);
			}
		}
		return (parts.size() != property.foreignKey().size()) ? null : (parts.size() == 1) ? parts.get(0) : parts;
	}

	/**
	 * Writes the id of an owner into the plain properties of a child that hold it.
	 * @param property the has-one or has-many
	 * @param child a new or moved row of its target
	 * @param ownerId the id, {@code null} for none
	 * @return the child, or a copy of it if it is immutable
	 */
	Object write(AssociationProperty property, Object child, @Nullable Object ownerId) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> paths = this.plainPaths.computeIfAbsent(property,
				this::plainPaths);
		Object key = (ownerId != null) ? ofOwner(property, ownerId) : null;
		PersistentPropertyPathAccessor<Object> accessor = this.context.getRequiredPersistentEntity(child.getClass())
			.getPropertyPathAccessor(child);
		for (int i = 0; i < paths.size(); i++) {
			Object part = (key instanceof List<?> parts) ? parts.get(i) : key;
			boolean impossible = part == null && paths.get(i).getLeafProperty().getType().isPrimitive();
			if (!impossible && !Objects.equals(accessor.getProperty(paths.get(i)), part)) {
				accessor.setProperty(paths.get(i), part);
			}
		}
		return accessor.getBean();
	}

	private List<PersistentPropertyPath<RelationalPersistentProperty>> plainPaths(AssociationProperty property) {
		List<PersistentPropertyPath<RelationalPersistentProperty>> paths = new ArrayList<>();
		for (String column : property.foreignKey()) {
			String path = this.mapping.plainPropertyPath(property.target(), column);
			if (path != null) {
				paths.add(this.context.getPersistentPropertyPath(path, property.target()));
			}
		}
		return paths;
	}

	/**
	 * Returns the id of an owner as {@link #of} returns it for its children. What that
	 * returned is left as it is.
	 */
	Object ofOwner(AssociationProperty property, Object id) {
		if (property.typeColumn() != null) {
			return TypedKey.of(property, id);
		}
		boolean composed = property.hasPlainKey() && property.foreignKey().size() > 1 && !(id instanceof List<?>);
		RelationalPersistentEntity<?> composite = composed ? this.context.getPersistentEntity(id.getClass()) : null;
		if (composite == null) {
			return id;
		}
		PersistentPropertyAccessor<Object> accessor = composite.getPropertyAccessor(id);
		List<Object> parts = new ArrayList<>();
		for (RelationalPersistentProperty part : composite) {
			Object value = accessor.getProperty(part);
			if (value != null) {
				parts.add(value);
			}
		}
		return parts;
	}

}
