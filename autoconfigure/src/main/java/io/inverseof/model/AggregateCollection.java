package io.inverseof.model;

/**
 * A collection inside an aggregate, which Spring Data JDBC reads by a query of its own,
 * such as {@code Order.lines}.
 *
 * @param owner the aggregate root
 * @param name the path from the root, separated by dots
 * @since 0.1.0
 */
public record AggregateCollection(Class<?> owner, String name) implements NamedAssociation {

	@Override
	public String toString() {
		return this.owner.getSimpleName() + "." + this.name;
	}

}
