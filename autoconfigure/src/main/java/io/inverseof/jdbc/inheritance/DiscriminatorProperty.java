package io.inverseof.jdbc.inheritance;

import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The property of a subclass that holds what tells the class of a row. It is inserted
 * with the value of the class, whatever an object has in memory, and never updated.
 *
 * @since 0.1.0
 */
public final class DiscriminatorProperty extends BasicJdbcPersistentProperty implements SharedColumn {

	private final String value;

	/**
	 * Creates the property.
	 * @param property the field and its accessors
	 * @param owner the entity of the subclass
	 * @param simpleTypes the simple types of the mapping context
	 * @param namingStrategy names columns
	 * @param value the value of the subclass
	 */
	public DiscriminatorProperty(Property property, PersistentEntity<?, RelationalPersistentProperty> owner,
			SimpleTypeHolder simpleTypes, NamingStrategy namingStrategy, String value) {
		super(property, owner, simpleTypes, namingStrategy);
		this.value = value;
	}

	@Override
	public boolean isHidden() {
		return false;
	}

	@Override
	public String value() {
		return this.value;
	}

	@Override
	public boolean isWritable() {
		return true;
	}

	@Override
	public boolean isInsertOnly() {
		return true;
	}

}
