package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.inverseof.ForeignKey;
import io.inverseof.Polymorphic;
import org.jspecify.annotations.Nullable;

import org.springframework.data.util.ParsingUtils;
import org.springframework.util.Assert;

/**
 * The mapping as Spring Data JDBC has it when nothing is customised, read off the fields
 * alone: snake case, {@code @Id}, {@code @Column}, {@code @Embedded} with prefix,
 * composite ids. For objects in memory without Spring; an application brings its own
 * {@link EntityMapping}. Stateless, thread-safe.
 *
 * @since 0.1.0
 */
public final class ReflectiveEntityMapping implements EntityMapping {

	@Override
	public boolean isEntity(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		return EntityIds.idField(type) != null;
	}

	@Override
	public @Nullable Class<?> idType(Class<?> entity) {
		return EntityIds.idType(entity);
	}

	@Override
	public List<String> columns(Class<?> entity) {
		return MappedField.of(entity).stream().flatMap((field) -> columns(entity, field)).distinct().toList();
	}

	private Stream<String> columns(Class<?> entity, MappedField field) {
		if (!field.isBelongsTo()) {
			return Stream.of(field.column());
		}
		ForeignKey foreignKey = field.field().getAnnotation(ForeignKey.class);
		boolean follows = foreignKey != null && foreignKey.value().length == 1;
		Stream<String> type = field.field().isAnnotationPresent(Polymorphic.class)
				? Stream.of(typeColumn(entity, field.path())) : Stream.empty();
		return follows ? type : Stream.concat(belongsToColumns(entity, field.path()).stream(), type);
	}

	@Override
	public List<String> belongsToColumns(Class<?> owner, List<Field> path) {
		MappedField field = new MappedField(path, FieldPaths.type(owner, path));
		ForeignKey foreignKey = field.field().getAnnotation(ForeignKey.class);
		if (foreignKey != null) {
			return List.of(foreignKey.value());
		}
		List<String> idColumns = compositeIdColumns(field.type().getGeneric(0).resolve(Object.class));
		if (!idColumns.isEmpty()) {
			return idColumns.stream().map((column) -> field.column() + "_" + column).toList();
		}
		return List.of((field.explicitColumn() != null) ? field.column() : field.column() + "_id");
	}

	@Override
	public String typeColumn(Class<?> owner, List<Field> path) {
		Field field = path.get(path.size() - 1);
		Polymorphic polymorphic = field.getAnnotation(Polymorphic.class);
		boolean named = polymorphic != null && !polymorphic.typeColumn().isEmpty();
		return FieldPaths.prefix(path) + (named ? polymorphic.typeColumn() : snakeCase(field.getName()) + "_type");
	}

	@Override
	public @Nullable Field plainProperty(Class<?> entity, String column) {
		return plainFields(entity, column).map(MappedField::field).findFirst().orElse(null);
	}

	@Override
	public @Nullable String plainPropertyPath(Class<?> entity, String column) {
		return plainFields(entity, column).map(MappedField::name).findFirst().orElse(null);
	}

	private static Stream<MappedField> plainFields(Class<?> entity, String column) {
		return MappedField.of(entity)
			.stream()
			.filter((field) -> !field.isBelongsTo() && field.column().equalsIgnoreCase(column));
	}

	@Override
	public List<String> conventionalForeignKey(Class<?> owner) {
		String name = snakeCase(owner.getSimpleName());
		List<String> idColumns = compositeIdColumns(owner);
		return idColumns.isEmpty() ? List.of(name + "_id")
				: idColumns.stream().map((column) -> name + "_" + column).toList();
	}

	private static List<String> compositeIdColumns(Class<?> entity) {
		Field id = EntityIds.idField(entity);
		return MappedField.of(entity).stream().filter((field) -> field.isPartOf(id)).map(MappedField::column).toList();
	}

	@Override
	public boolean hasProperty(Class<?> entity, String propertyPath) {
		return MappedField.of(entity).stream().anyMatch((field) -> leadsTo(propertyPath, field));
	}

	private static boolean leadsTo(String propertyPath, MappedField field) {
		if (propertyPath.equals(field.name())) {
			return true;
		}
		if (!field.isReference() || !propertyPath.startsWith(field.name() + ".")) {
			return false;
		}
		Field id = EntityIds.idField(field.type().getGeneric(0).resolve(Object.class));
		return id != null && propertyPath.equals(field.name() + "." + id.getName());
	}

	@Override
	public List<String> properties(Class<?> entity) {
		return MappedField.of(entity).stream().map(MappedField::name).toList();
	}

	static String snakeCase(String name) {
		return ParsingUtils.reconcatenateCamelCase(name, "_").toLowerCase(Locale.ROOT);
	}

}
