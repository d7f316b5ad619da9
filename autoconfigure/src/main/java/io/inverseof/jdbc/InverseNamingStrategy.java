package io.inverseof.jdbc;

import io.inverseof.BelongsTo;
import io.inverseof.model.Inheritance;

import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Names the column of a belongs-to {@code <property>_id}, the table of a class that
 * shares it after its owner, and leaves all other names to the strategy of the
 * application.
 */
record InverseNamingStrategy(NamingStrategy delegate, TableOwners owners) implements NamingStrategy {

	@Override
	public String getSchema() {
		return this.delegate.getSchema();
	}

	@Override
	public String getTableName(Class<?> type) {
		return this.delegate.getTableName(Inheritance.tableOwner(type));
	}

	@Override
	public String getColumnName(RelationalPersistentProperty property) {
		String name = this.delegate.getColumnName(property);
		return BelongsTo.class.isAssignableFrom(property.getType()) ? name + "_id" : name;
	}

	@Override
	public String getReverseColumnName(RelationalPersistentProperty property) {
		return this.delegate.getReverseColumnName(property);
	}

	@Override
	public String getReverseColumnName(RelationalPersistentEntity<?> owner) {
		return this.delegate.getReverseColumnName(this.owners.of(owner));
	}

	@Override
	public String getKeyColumn(RelationalPersistentProperty property) {
		return this.delegate.getKeyColumn(property);
	}

}
