package io.inverseof.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.inverseof.Discriminator;
import org.jspecify.annotations.Nullable;

/**
 * The tables that entities of an application share with their subclasses, by
 * {@link Discriminator}. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTables {

	/** Every entity has a table of its own. */
	public static final SharedTables NONE = of(List.of());

	private final Map<Class<?>, SharedTable> byOwner = new HashMap<>();

	private final Set<Class<?>> annotated;

	private final Violations problems = new Violations();

	private SharedTables(Set<Class<?>> annotated) {
		this.annotated = Set.copyOf(annotated);
		Map<Class<?>, Map<String, Class<?>>> subclasses = new LinkedHashMap<>();
		annotated.stream()
			.filter(this::isSubclass)
			.forEach((type) -> subclasses.computeIfAbsent(Inheritance.tableOwner(type), (owner) -> new TreeMap<>()));
		subclasses.forEach((owner, values) -> {
			List<? extends Class<?>> types = annotated.stream().filter((type) -> belongs(type, owner)).toList();
			this.byOwner.put(owner, new SharedTable(owner, column(owner, types), values(types, values)));
		});
	}

	/**
	 * Finds out which tables are shared.
	 * @param classes classes of the application; those that are not annotated are left
	 * out
	 * @return the tables, with what is wrong
	 */
	public static SharedTables of(Collection<? extends Class<?>> classes) {
		TreeSet<Class<?>> annotated = new TreeSet<>(Comparator.comparing(Class::getName));
		for (Class<?> type : classes) {
			for (Class<?> level = type; level != null; level = level.getSuperclass()) {
				if (Inheritance.isSubclass(level)) {
					annotated.add(level);
				}
			}
		}
		return new SharedTables(annotated);
	}

	private static boolean belongs(Class<?> type, Class<?> owner) {
		return type != owner && Inheritance.tableOwner(type) == owner;
	}

	/**
	 * Reports what has no superclass that could have a table.
	 */
	private boolean isSubclass(Class<?> type) {
		String found = type.isRecord() ? "it is a record"
				: type.isInterface() ? "it is an interface" : type.isEnum() ? "it is an enum" : null;
		if (found == null && Inheritance.tableOwner(type) == type) {
			found = "it has no superclass";
		}
		if (found != null) {
			this.problems
				.add(("%s is annotated with @Discriminator, but %s, so that there is no entity whose table it could "
						+ "share. Remove the annotation, or let it be a class that extends the entity.")
					.formatted(type.getSimpleName(), found));
		}
		return found == null;
	}

	private String column(Class<?> owner, List<? extends Class<?>> types) {
		Map<String, Class<?>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		types.forEach((type) -> columns.putIfAbsent(column(type), type));
		if (columns.size() > 1) {
			this.problems
				.add(("The subclasses of %s that share its table name different columns by @Discriminator: %s. Name "
						+ "the same column in all of them.")
					.formatted(owner.getSimpleName(),
							String.join(", ", columns.entrySet()
								.stream()
								.map((entry) -> "%s in %s".formatted(entry.getKey(), entry.getValue().getSimpleName()))
								.toList())));
		}
		return columns.keySet().iterator().next();
	}

	private String column(Class<?> type) {
		String column = annotation(type).column();
		if (!column.isBlank()) {
			return column;
		}
		this.problems
			.add(("%s is annotated with @Discriminator(column = \"%s\"), which names no column. Name the one that "
					+ "tells the class of a row, or leave the attribute out for the column \"type\".")
				.formatted(type.getSimpleName(), column));
		return "type";
	}

	private Map<String, Class<?>> values(List<? extends Class<?>> types, Map<String, Class<?>> values) {
		for (Class<?> type : types) {
			Class<?> other = values.putIfAbsent(Inheritance.valueOf(type), type);
			if (other != null) {
				this.problems
					.add(("%s and %s both have the value '%s' by @Discriminator, so that a row does not tell of which "
							+ "class it is. Give one of them another value.")
						.formatted(other.getSimpleName(), type.getSimpleName(), Inheritance.valueOf(type)));
			}
		}
		return values;
	}

	private static Discriminator annotation(Class<?> type) {
		Discriminator annotation = type.getDeclaredAnnotation(Discriminator.class);
		if (annotation == null) {
			throw new IllegalArgumentException(type + " is not annotated");
		}
		return annotation;
	}

	/**
	 * Returns the table that a class shares.
	 * @param type the class of an entity
	 * @return the table, or {@code null} if it is all its own
	 */
	public @Nullable SharedTable of(Class<?> type) {
		return this.byOwner.isEmpty() ? null : this.byOwner.get(Inheritance.tableOwner(type));
	}

	/**
	 * Returns the table of a class if not all of its rows are of that class.
	 * @param type the class of an entity
	 * @return the table, or {@code null} if a query for the class needs no condition
	 */
	public @Nullable SharedTable restricting(Class<?> type) {
		SharedTable table = of(type);
		return (table != null && table.isRestricted(type)) ? table : null;
	}

	/**
	 * Tells whether a class may be mapped.
	 * @param type the class of an entity
	 * @return whether it is not annotated, or was known from the start
	 */
	public boolean permits(Class<?> type) {
		return !Inheritance.isSubclass(type) || this.annotated.contains(type);
	}

	/**
	 * Tells whether no table is shared.
	 * @return whether there is none
	 */
	public boolean isEmpty() {
		return this.byOwner.isEmpty();
	}

	/**
	 * Returns the tables.
	 * @return all that are shared, in no order
	 */
	public Collection<SharedTable> all() {
		return this.byOwner.values();
	}

	/**
	 * Reports what is wrong with the annotations.
	 * @param violations where to
	 */
	public void reportTo(Violations violations) {
		violations.addAll(this.problems);
	}

}
