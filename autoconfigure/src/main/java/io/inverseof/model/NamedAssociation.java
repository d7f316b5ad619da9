package io.inverseof.model;

/**
 * What meters, messages and listeners call an association: an association between
 * aggregates, or a collection inside one. Its {@code toString} is the simple name of the
 * owner and the name, as in {@code Post.author}.
 *
 * @since 0.1.0
 */
public sealed interface NamedAssociation permits AssociationProperty, AggregateCollection {

	/**
	 * Returns the concrete entity that has the association.
	 * @return the class
	 */
	Class<?> owner();

	/**
	 * Returns the name of the field, after the names of what it is in, separated by dots.
	 * @return the name
	 */
	String name();

}
