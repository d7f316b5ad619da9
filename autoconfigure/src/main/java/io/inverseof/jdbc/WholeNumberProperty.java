package io.inverseof.jdbc;

import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * A property that may turn out to count the rows that refer to its entity, which is known
 * only when all entities are. A counter is read like any other property and never
 * written.
 */
final class WholeNumberProperty extends BasicJdbcPersistentProperty {

	private final CounterColumns counters;

	private volatile boolean counter;

	WholeNumberProperty(Property property, PersistentEntity<?, RelationalPersistentProperty> owner,
			SimpleTypeHolder simpleTypeHolder, NamingStrategy namingStrategy, CounterColumns counters) {
		super(property, owner, simpleTypeHolder, namingStrategy);
		this.counters = counters;
	}

	static boolean supports(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		return boxed == Integer.class || boxed == Long.class || boxed == Short.class;
	}

	void count() {
		this.counter = true;
	}

	/**
	 * Tells whether others keep the value of a property.
	 */
	static boolean isCounter(RelationalPersistentProperty property) {
		return property instanceof WholeNumberProperty number && number.counter;
	}

	/**
	 * Spring Data JDBC asks when it writes the first statement of a class, and keeps the
	 * answer.
	 */
	@Override
	public boolean isWritable() {
		this.counters.require();
		return !this.counter && super.isWritable();
	}

}
