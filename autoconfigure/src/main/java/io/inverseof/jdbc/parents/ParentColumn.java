package io.inverseof.jdbc.parents;

import java.util.List;

import io.inverseof.jdbc.MappedColumns;

import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * A column of a target that follows what rows refer to it. Immutable.
 *
 * @param name the column
 * @param path the properties from the entity to it
 */
record ParentColumn(SqlIdentifier name, List<RelationalPersistentProperty> path) {

	static ParentColumn of(List<RelationalPersistentProperty> path) {
		return new ParentColumn(MappedColumns.column(path), path);
	}

	RelationalPersistentProperty property() {
		return this.path.get(this.path.size() - 1);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ParentColumn column && this.name.equals(column.name);
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}
