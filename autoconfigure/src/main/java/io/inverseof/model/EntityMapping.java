package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the detection needs to know of the object-relational mapping: names of columns as
 * the mapping renders them. One implementation asks the mapping context of the
 * application, another one ({@link ReflectiveEntityMapping}) knows the defaults, for
 * objects in memory without Spring.
 *
 * @since 0.1.0
 */
public interface EntityMapping {

	/**
	 * Tells whether a class is mapped and has an id, so that an association can refer to
	 * its rows.
	 * @param type any class
	 * @return whether it is an entity
	 */
	boolean isEntity(Class<?> type);

	/**
	 * Returns the type of an entity's id.
	 * @param entity an entity
	 * @return the type, or {@code null} if it has no id
	 */
	@Nullable Class<?> idType(Class<?> entity);

	/**
	 * Returns the columns of all mapped properties of an entity's own table, embedded
	 * ones and those of belongs-to associations included.
	 * @param entity an entity
	 * @return names of columns, in the order of the properties
	 */
	List<String> columns(Class<?> entity);

	/**
	 * Returns the columns of a belongs-to that has columns of its own.
	 * @param owner the entity
	 * @param path the fields that lead from the entity to the belongs-to, one unless it
	 * is in an embedded object
	 * @return names of columns, several for a composite id, in the order of its
	 * properties
	 */
	List<String> belongsToColumns(Class<?> owner, List<Field> path);

	/**
	 * Returns the column that tells the type of the target of a polymorphic belongs-to.
	 * @param owner the entity
	 * @param path the fields that lead from the entity to the belongs-to
	 * @return the name of the column
	 */
	String typeColumn(Class<?> owner, List<Field> path);

	/**
	 * Returns the plain property (not an association) that a column belongs to.
	 * @param entity an entity
	 * @param column the name of a column, in any case
	 * @return the field, or {@code null} if there is none
	 */
	@Nullable Field plainProperty(Class<?> entity, String column);

	/**
	 * Returns the path to the plain property (not an association) that a column belongs
	 * to, through embedded objects.
	 * @param entity an entity
	 * @param column the name of a column, in any case
	 * @return names separated by dots, as a {@code Criteria} takes them, or {@code null}
	 * if there is none
	 */
	@Nullable String plainPropertyPath(Class<?> entity, String column);

	/**
	 * Returns the columns that a foreign key to an entity has by convention: the naming
	 * strategy's name of the entity, followed by {@code _id}, or by the names of the id's
	 * columns where it is composite.
	 * @param owner the entity that is referred to
	 * @return names of columns
	 */
	List<String> conventionalForeignKey(Class<?> owner);

	/**
	 * Tells whether a property path can be used in a {@code Criteria} or {@code Sort} on
	 * an entity.
	 * @param entity an entity
	 * @param propertyPath names separated by dots
	 * @return whether it is mapped
	 */
	boolean hasProperty(Class<?> entity, String propertyPath);

	/**
	 * Returns the names of an entity's properties, for suggestions.
	 * @param entity an entity
	 * @return names in the order of declaration
	 */
	List<String> properties(Class<?> entity);

}
