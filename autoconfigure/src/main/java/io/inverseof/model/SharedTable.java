package io.inverseof.model;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.inverseof.UnexpectedTypeException;
import org.jspecify.annotations.Nullable;

/**
 * A table that an entity shares with its subclasses, and the column that tells of which
 * class a row is. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTable {

	private final Class<?> owner;

	private final String column;

	private final Map<String, Class<?>> subclasses;

	SharedTable(Class<?> owner, String column, Map<String, Class<?>> subclasses) {
		this.owner = owner;
		this.column = column;
		this.subclasses = new TreeMap<>(subclasses);
	}

	/**
	 * Returns the class that the table belongs to.
	 * @return the superclass of all others
	 */
	public Class<?> owner() {
		return this.owner;
	}

	/**
	 * Returns the column that tells the class of a row.
	 * @return its name as it is declared
	 */
	public String column() {
		return this.column;
	}

	/**
	 * Returns the subclasses of a class that share the table, not the class itself.
	 * @param type one of the classes
	 * @return its known subclasses, in the order of their values
	 */
	public List<Class<?>> subclassesOf(Class<?> type) {
		List<Class<?>> below = new ArrayList<>();
		this.subclasses.values().stream().filter((other) -> isBelow(type, other)).forEach(below::add);
		return below;
	}

	private static boolean isBelow(Class<?> type, Class<?> other) {
		return other != type && type.isAssignableFrom(other);
	}

	/**
	 * Tells whether the rows of a class are only some of those of the table.
	 * @param type one of the classes
	 * @return whether it is not the owner of the table
	 */
	public boolean isRestricted(Class<?> type) {
		return type != this.owner;
	}

	/**
	 * Returns the values of the column for the rows of a class and its subclasses.
	 * @param type one of the classes
	 * @return the values in a stable order
	 */
	public List<String> values(Class<?> type) {
		List<String> values = new ArrayList<>();
		this.subclasses.forEach((value, subclass) -> {
			if (type.isAssignableFrom(subclass)) {
				values.add(value);
			}
		});
		return values;
	}

	/**
	 * Returns the class that a value stands for.
	 * @param value what the column holds, or {@code null}
	 * @return the class, that of the table if no subclass has the value
	 */
	public Class<?> classOf(@Nullable String value) {
		return (value != null) ? this.subclasses.getOrDefault(value.strip(), this.owner) : this.owner;
	}

	/**
	 * Returns the class of a row.
	 * @param requested the class that the row is to be an object of
	 * @param value what the column holds, or {@code null}
	 * @param row describes the row in messages
	 * @return the class, or a subclass of it
	 * @throws UnexpectedTypeException if the row is of another class, or of one that has
	 * no objects
	 */
	public Class<?> classOf(Class<?> requested, @Nullable Object value, String row) {
		Class<?> found = classOf((value != null) ? value.toString() : null);
		if (!requested.isAssignableFrom(found)) {
			throw new UnexpectedTypeException(
					("%s is of the class %s and cannot be read as %s, because its column %s is %s and not %s. Select rows "
							+ "of that type only.")
						.formatted(row, found.getSimpleName(), requested.getSimpleName(), this.column, quoted(value),
								anyOf(values(requested))));
		}
		if (Modifier.isAbstract(found.getModifiers())) {
			throw new UnexpectedTypeException(
					"%s cannot be read, because its column %s is %s and %s is abstract. Known are %s. Correct the row, or "
						.formatted(row, this.column, quoted(value), found.getSimpleName(),
								String.join(", ", values(this.owner).stream().map(SharedTable::quoted).toList()))
							+ "annotate the class that it is of with @Discriminator.");
		}
		return found;
	}

	/**
	 * Makes sure that an object may be written into a row that nobody has read.
	 * @param type the class of the object
	 * @param value what the column holds, or {@code null}
	 * @param row describes the row in messages
	 * @throws UnexpectedTypeException if the row is neither of that class nor of a
	 * subclass of it
	 */
	public void verifyWritable(Class<?> type, @Nullable Object value, String row) {
		Class<?> found = classOf((value != null) ? value.toString() : null);
		if (!type.isAssignableFrom(found)) {
			throw new UnexpectedTypeException(
					("%s is of the class %s and cannot be written as %s, because its column %s is %s and not %s. Leave the "
							+ "id out to insert a row, or load the object that is to be changed.")
						.formatted(row, found.getSimpleName(), type.getSimpleName(), this.column, quoted(value),
								anyOf(values(type))));
		}
	}

	private static String anyOf(List<String> values) {
		return String.join(" or ", values.stream().map(SharedTable::quoted).toList());
	}

	private static String quoted(@Nullable Object value) {
		return (value != null) ? "'" + value + "'" : "NULL";
	}

}
