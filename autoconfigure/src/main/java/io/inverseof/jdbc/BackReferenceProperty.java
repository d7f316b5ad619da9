package io.inverseof.jdbc;

import io.inverseof.model.BackReference;

import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * A property that holds the parent of an entity inside an aggregate, and has no column:
 * what Spring Data JDBC sees of the way back is nothing.
 */
final class BackReferenceProperty extends BasicJdbcPersistentProperty {

	BackReferenceProperty(Property property, PersistentEntity<?, RelationalPersistentProperty> owner,
			SimpleTypeHolder simpleTypeHolder, NamingStrategy namingStrategy) {
		super(property, owner, simpleTypeHolder, namingStrategy);
	}

	static boolean supports(Property property) {
		return property.getField().filter(BackReference::isDeclaredBy).isPresent();
	}

	@Override
	public boolean isTransient() {
		return true;
	}

	@Override
	public boolean isWritable() {
		return false;
	}

	@Override
	public boolean isAssociation() {
		return false;
	}

	@Override
	public boolean isEntity() {
		return false;
	}

}
