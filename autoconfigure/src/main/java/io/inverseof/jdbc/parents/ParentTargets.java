package io.inverseof.jdbc.parents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The tables that rows refer to, and their columns. Thread-safe.
 */
final class ParentTargets {

	private final JdbcConverter converter;

	private final Map<SqlIdentifier, ParentTable> tables = new ConcurrentHashMap<>();

	private final Map<ColumnOf, Optional<ParentColumn>> columns = new ConcurrentHashMap<>();

	ParentTargets(JdbcConverter converter) {
		this.converter = converter;
	}

	/**
	 * Returns the table of a class, the same object for all classes that share it.
	 */
	@Nullable ParentTable table(@Nullable Class<?> type) {
		RelationalPersistentEntity<?> entity = (type != null)
				? this.converter.getMappingContext().getPersistentEntity(Inheritance.tableOwner(type)) : null;
		return (entity != null && entity.hasIdProperty()) ? this.tables.computeIfAbsent(entity.getQualifiedTableName(),
				(name) -> new ParentTable(entity, this.converter)) : null;
	}

	ParentTable required(Class<?> type) {
		return Objects.requireNonNull(table(type), () -> type.getName() + " is no entity");
	}

	/**
	 * Returns the tables that a belongs-to may refer to.
	 */
	List<ParentTable> of(AssociationProperty property) {
		Stream<Class<?>> types = property.isPolymorphic()
				? property.typeNames().stream().map(property::polymorphicTarget) : Stream.of(property.target());
		return types.map(this::table).filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList();
	}

	boolean isSame(AssociationProperty one, AssociationProperty other) {
		return table(one.target()) == table(other.target());
	}

	/**
	 * Returns a column of a table.
	 * @param name the name of the column, or {@code null} for none
	 * @return the column, or {@code null} if nothing is mapped to it
	 */
	@Nullable ParentColumn column(ParentTable table, AssociationProperty property, @Nullable String name) {
		return (name != null) ? this.columns
			.computeIfAbsent(new ColumnOf(table, property, name), (key) -> Optional.ofNullable(find(key)))
			.orElse(null) : null;
	}

	private @Nullable ParentColumn find(ColumnOf key) {
		boolean declared = !key.property().isPolymorphic();
		return key.table().column(declared ? key.property().target() : key.table().entity().getType(), key.name());
	}

	private record ColumnOf(ParentTable table, AssociationProperty property, String name) {
	}

}
