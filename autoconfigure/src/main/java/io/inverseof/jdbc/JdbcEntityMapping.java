package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.ForeignKey;
import io.inverseof.jdbc.inheritance.HiddenColumn;
import io.inverseof.model.EntityMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The object-relational mapping as the mapping context of the application knows it.
 *
 * @since 0.1.0
 */
public final class JdbcEntityMapping implements EntityMapping {

	private final InverseMappingContext context;

	/**
	 * Creates the view of a mapping context.
	 * @param context the mapping context
	 */
	public JdbcEntityMapping(InverseMappingContext context) {
		this.context = context;
	}

	private @Nullable RelationalPersistentEntity<?> entity(Class<?> type) {
		return this.context.getPersistentEntity(type);
	}

	@Override
	public boolean isEntity(Class<?> type) {
		RelationalPersistentEntity<?> entity = entity(type);
		return entity != null && entity.hasIdProperty();
	}

	@Override
	public @Nullable Class<?> idType(Class<?> type) {
		RelationalPersistentEntity<?> entity = entity(type);
		RelationalPersistentProperty id = (entity != null) ? entity.getIdProperty() : null;
		return (id != null) ? id.getType() : null;
	}

	@Override
	public List<String> columns(Class<?> type) {
		List<String> columns = new ArrayList<>();
		RelationalPersistentEntity<?> entity = entity(type);
		if (entity != null) {
			collect(entity, "", columns);
		}
		return columns;
	}

	private void collect(RelationalPersistentEntity<?> entity, String prefix, List<String> columns) {
		for (RelationalPersistentProperty property : entity) {
			if (property instanceof HiddenColumn) {
				continue;
			}
			if (property instanceof AssociationPersistentProperty association) {
				associationColumns(association).forEach((column) -> columns.add(prefix + column));
			}
			else if (property.isEmbedded()) {
				RelationalPersistentEntity<?> embedded = this.context.getPersistentEntity(property.getType());
				if (embedded != null) {
					collect(embedded, prefix + property.getEmbeddedPrefix(), columns);
				}
			}
			else if (!property.isEntity()) {
				columns.add(prefix + property.getColumnName().getReference());
			}
		}
	}

	private List<String> associationColumns(AssociationPersistentProperty association) {
		RelationalPersistentEntity<?> id = association.compositeId(this.context);
		if (id == null) {
			return List.of(association.getColumnName().getReference());
		}
		List<String> columns = new ArrayList<>();
		collect(id, association.getEmbeddedPrefix(), columns);
		return columns;
	}

	@Override
	public List<String> belongsToColumns(Class<?> owner, List<Field> path) {
		RelationalPersistentEntity<?> entity = this.context.getRequiredPersistentEntity(owner);
		StringBuilder prefix = new StringBuilder();
		for (Field field : path.subList(0, path.size() - 1)) {
			RelationalPersistentProperty embedded = entity.getRequiredPersistentProperty(field.getName());
			prefix.append(embedded.getEmbeddedPrefix());
			entity = this.context.getRequiredPersistentEntity(embedded.getType());
		}
		Field field = path.get(path.size() - 1);
		if (entity.getPersistentProperty(field.getName()) instanceof AssociationPersistentProperty association) {
			return associationColumns(association).stream().map((column) -> prefix + column).toList();
		}
		ForeignKey foreignKey = field.getAnnotation(ForeignKey.class);
		return (foreignKey != null) ? Arrays.asList(foreignKey.value()) : List.of();
	}

	@Override
	public String typeColumn(Class<?> owner, List<Field> path) {
		RelationalPersistentEntity<?> entity = this.context.getRequiredPersistentEntity(owner);
		StringBuilder prefix = new StringBuilder();
		for (Field field : path.subList(0, path.size() - 1)) {
			RelationalPersistentProperty embedded = entity.getRequiredPersistentProperty(field.getName());
			prefix.append(embedded.getEmbeddedPrefix());
			entity = this.context.getRequiredPersistentEntity(embedded.getType());
		}
		return prefix + TypeColumnProperty.nameIn(entity, path.get(path.size() - 1));
	}

	@Override
	public @Nullable Field plainProperty(Class<?> type, String column) {
		List<RelationalPersistentProperty> path = plainPath(type, column);
		return path.isEmpty() ? null : path.get(path.size() - 1).getField();
	}

	@Override
	public @Nullable String plainPropertyPath(Class<?> type, String column) {
		List<RelationalPersistentProperty> path = plainPath(type, column);
		return path.isEmpty() ? null
				: String.join(".", path.stream().map(RelationalPersistentProperty::getName).toList());
	}

	private List<RelationalPersistentProperty> plainPath(Class<?> type, String column) {
		RelationalPersistentEntity<?> entity = entity(type);
		return (entity != null) ? plainPath(entity, column) : List.of();
	}

	private List<RelationalPersistentProperty> plainPath(RelationalPersistentEntity<?> entity, String column) {
		for (RelationalPersistentProperty property : entity) {
			if (property.isAssociation() || property instanceof AssociationPersistentProperty
					|| TypeColumnProperty.isOne(property) || property instanceof HiddenColumn) {
				continue;
			}
			List<RelationalPersistentProperty> path = List.of();
			if (property.isEmbedded() && !property.isIdProperty()) {
				path = plainPath(this.context.getRequiredPersistentEntity(property), column);
			}
			else if (!property.isEntity() && property.getColumnName().getReference().equalsIgnoreCase(column)) {
				return List.of(property);
			}
			if (!path.isEmpty()) {
				return Stream.concat(Stream.of(property), path.stream()).toList();
			}
		}
		return List.of();
	}

	@Override
	public List<String> conventionalForeignKey(Class<?> owner) {
		String name = this.context.getNamingStrategy().getTableName(owner);
		Class<?> idType = idType(owner);
		RelationalPersistentEntity<?> id = (idType != null) ? entity(idType) : null;
		if (id == null) {
			return List.of(name + "_id");
		}
		List<String> columns = new ArrayList<>();
		collect(id, name + "_", columns);
		return columns;
	}

	@Override
	public boolean hasProperty(Class<?> type, String propertyPath) {
		try {
			return this.context.getPersistentPropertyPath(propertyPath, type).getLeafProperty() != null;
		}
		catch (MappingException ex) {
			return false;
		}
	}

	@Override
	public List<String> properties(Class<?> type) {
		List<String> names = new ArrayList<>();
		RelationalPersistentEntity<?> entity = entity(type);
		if (entity != null) {
			entity.forEach((property) -> {
				if (!(property instanceof HiddenColumn)) {
					names.add(property.getName());
				}
			});
		}
		return names;
	}

}
