package io.inverseof.jdbc.parents;

import java.util.Collection;
import java.util.List;

import io.inverseof.jdbc.MappedColumns;
import io.inverseof.jdbc.batch.IdColumns;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;

/**
 * The table of a target. There is one object for each table, however many classes share
 * it. Thread-safe.
 */
final class ParentTable {

	private final RelationalMappingContext context;

	private final RelationalPersistentEntity<?> entity;

	private final IdColumns ids;

	private volatile Types types = new Types(0, List.of());

	ParentTable(RelationalPersistentEntity<?> entity, JdbcConverter converter) {
		this.context = converter.getMappingContext();
		this.entity = entity;
		this.ids = IdColumns.of(entity, converter);
	}

	SqlIdentifier name() {
		return this.entity.getQualifiedTableName();
	}

	Table table() {
		return Table.create(name());
	}

	RelationalPersistentEntity<?> entity() {
		return this.entity;
	}

	IdColumns ids() {
		return this.ids;
	}

	@Nullable ParentColumn version() {
		RelationalPersistentProperty version = this.entity.getVersionProperty();
		return (version != null) ? ParentColumn.of(List.of(version)) : null;
	}

	/**
	 * Finds the property that a class of this table maps a column to.
	 * @return the column, or {@code null} if it maps none
	 */
	@Nullable ParentColumn column(Class<?> type, String name) {
		List<RelationalPersistentProperty> path = MappedColumns.path(this.context,
				this.context.getRequiredPersistentEntity(type), name);
		return path.isEmpty() ? null : ParentColumn.of(path);
	}

	/**
	 * Returns the classes whose objects may be those of a row.
	 */
	List<Class<?>> types() {
		Collection<RelationalPersistentEntity<?>> entities = this.context.getPersistentEntities();
		Types types = this.types;
		if (types.of() != entities.size()) {
			types = new Types(entities.size(),
					entities.stream().filter(this::isRow).<Class<?>>map(this::type).toList());
			this.types = types;
		}
		return types.rows();
	}

	private Class<?> type(RelationalPersistentEntity<?> entity) {
		return entity.getType();
	}

	private boolean isRow(RelationalPersistentEntity<?> other) {
		return other.hasIdProperty() && other.getQualifiedTableName().equals(name());
	}

	@Override
	public String toString() {
		return name().getReference();
	}

	/**
	 * The classes of the table, among all that were mapped when it was asked.
	 *
	 * @param of how many there were
	 * @param rows those of the table
	 */
	private record Types(int of, List<Class<?>> rows) {
	}

}
