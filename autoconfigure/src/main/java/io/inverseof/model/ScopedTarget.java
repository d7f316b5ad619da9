package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.mapping.AggregateReference;

/**
 * A new target whose properties are set by the names that a scope uses for them.
 */
record ScopedTarget(AssociationModel model, Object target) {

	void fill(String name, Object value) {
		AssociationProperty reference = belongsTo(name);
		if (reference != null) {
			refer(reference, (value instanceof AggregateReference<?, ?> other) ? other.getId() : value);
			return;
		}
		WritablePath path = path(name);
		if (path != null) {
			path.write(this.target, value);
		}
	}

	private Class<?> type() {
		return this.target.getClass();
	}

	private @Nullable WritablePath path(String name) {
		WritablePath path = WritablePath.of(type(), name);
		String property = (path == null) ? this.model.mapping().plainPropertyPath(type(), name) : null;
		return (property != null) ? WritablePath.of(type(), property) : path;
	}

	private @Nullable AssociationProperty belongsTo(String name) {
		for (AssociationProperty property : this.model.associationsOf(type())) {
			if (property.kind() == AssociationKind.BELONGS_TO && isNamed(property, name)) {
				return property;
			}
		}
		return null;
	}

	private static boolean isNamed(AssociationProperty property, String name) {
		boolean ownsColumn = property.followed().isEmpty() && property.foreignKey().size() == 1;
		Field id = EntityIds.idField(property.target());
		return property.name().equals(name) || (ownsColumn && property.foreignKey().get(0).equalsIgnoreCase(name))
				|| (id != null && (property.name() + "." + id.getName()).equals(name));
	}

	private void refer(AssociationProperty property, @Nullable Object id) {
		List<Field> followed = property.followed();
		if (followed.size() == 1) {
			List<Field> embedded = property.path().subList(0, property.path().size() - 1);
			new WritablePath(type(), FieldPaths.append(embedded, followed.get(0))).write(this.target, id);
		}
		else if (followed.isEmpty()) {
			assign(property.holder(this.target), ScopeValues.as(this.model.mapping().idType(property.target()), id));
		}
	}

	@SuppressWarnings("unchecked")
	private static void assign(@Nullable Association holder, @Nullable Object id) {
		if (holder instanceof BelongsTo<?, ?> reference && id != null) {
			((BelongsTo<?, Object>) reference).setId(id);
		}
	}

}
