package io.inverseof.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.util.StringUtils;

/**
 * The classes that polymorphic associations may refer to, and the names that type columns
 * hold for them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PolymorphicTargets {

	static final PolymorphicTargets NONE = new PolymorphicTargets(List.of(), new ReflectiveEntityMapping());

	private final List<Class<?>> entities;

	private final EntityMapping mapping;

	private final Map<AssociationProperty, Map<String, Class<?>>> found = new ConcurrentHashMap<>();

	private PolymorphicTargets(List<Class<?>> entities, EntityMapping mapping) {
		this.entities = new CopyOnWriteArrayList<>(entities);
		this.mapping = mapping;
	}

	static PolymorphicTargets of(Collection<? extends Class<?>> types, EntityMapping mapping) {
		List<Class<?>> entities = types.stream().<Class<?>>map((type) -> type).filter(mapping::isEntity).toList();
		return new PolymorphicTargets(entities, mapping);
	}

	/**
	 * Returns what a type column holds for objects of a class: what
	 * {@link TypeAlias @TypeAlias} says, otherwise its simple name; for a class that
	 * shares a table, that of the class that the table belongs to.
	 * @param type the class of an entity
	 * @return the name
	 */
	public static String nameOf(Class<?> type) {
		Class<?> owner = Inheritance.tableOwner(type);
		TypeAlias alias = owner.getDeclaredAnnotation(TypeAlias.class);
		return (alias != null && StringUtils.hasText(alias.value())) ? alias.value() : owner.getSimpleName();
	}

	/**
	 * Returns the type of the ids that a belongs-to can have.
	 * @param property a belongs-to
	 * @return the declared type, {@code Object} if there is none
	 */
	public static Class<?> idType(AssociationProperty property) {
		return FieldPaths.type(property.owner(), property.path()).getGeneric(1).resolve(Object.class);
	}

	/**
	 * Returns the classes that a belongs-to may refer to, by name.
	 */
	List<Class<?>> of(AssociationProperty property) {
		return fitting(property).<Class<?>>map(Inheritance::tableOwner).distinct().toList();
	}

	/**
	 * Returns the names of the classes that a belongs-to may refer to, in their order.
	 */
	List<String> names(AssociationProperty property) {
		return List.copyOf(new TreeSet<>(of(property).stream().map(PolymorphicTargets::nameOf).toList()));
	}

	@Nullable Class<?> find(AssociationProperty property, String name) {
		if (this.entities.isEmpty()) {
			return null;
		}
		return this.found.computeIfAbsent(property, this::byName).get(name);
	}

	private Map<String, Class<?>> byName(AssociationProperty property) {
		Map<String, Class<?>> classes = new HashMap<>();
		for (String name : names(property)) {
			Class<?> only = only(property, name);
			if (only != null) {
				classes.put(name, only);
			}
		}
		return Map.copyOf(classes);
	}

	private @Nullable Class<?> only(AssociationProperty property, String name) {
		List<Class<?>> named = named(property, name);
		List<Class<?>> roots = (named.size() > 1) ? named.stream().filter((type) -> !isPart(type)).toList() : named;
		return (roots.size() == 1) ? roots.get(0) : null;
	}

	private List<Class<?>> named(AssociationProperty property, String name) {
		return of(property).stream().filter((type) -> nameOf(type).equals(name)).toList();
	}

	/**
	 * Returns classes with the same name that nothing tells apart.
	 */
	List<List<Class<?>>> ambiguous(AssociationProperty property) {
		return names(property).stream()
			.map((name) -> named(property, name).stream().filter((type) -> !isPart(type)).toList())
			.filter((types) -> types.size() > 1)
			.toList();
	}

	/**
	 * Tells whether objects of a class are parts of other aggregates.
	 */
	private boolean isPart(Class<?> type) {
		return this.entities.stream()
			.filter((other) -> other != type)
			.anyMatch((other) -> !ContainedEntities.of(other).pathsTo(type).isEmpty());
	}

	private Stream<Class<?>> fitting(AssociationProperty property) {
		Class<?> idType = idType(property);
		return this.entities.stream().filter((type) -> fits(property, idType, type));
	}

	private boolean fits(AssociationProperty property, Class<?> idType, Class<?> type) {
		Class<?> actual = this.mapping.idType(type);
		return property.target().isAssignableFrom(type) && actual != null
				&& (idType == Object.class || TypeNames.same(idType, actual));
	}

	/**
	 * Tells why an object cannot be the target of a belongs-to.
	 * @param property a polymorphic belongs-to
	 * @param target an object of its declared type
	 * @return the rest of a sentence, or {@code null} if it can be the target
	 */
	@Nullable String obstacle(AssociationProperty property, Object target) {
		Class<?> type = target.getClass();
		Class<?> actual = this.mapping.idType(type);
		if (actual == null) {
			return "%s has no property annotated with @Id".formatted(type.getName());
		}
		Class<?> idType = idType(property);
		if (idType != Object.class && !TypeNames.same(idType, actual)) {
			return "the id of %s has the type %s and not %s".formatted(type.getName(), TypeNames.wrapper(actual),
					TypeNames.wrapper(idType));
		}
		return (this == NONE || isKnown(property, type)) ? null
				: "the name \"%s\" belongs to %s".formatted(nameOf(type), find(property, nameOf(type)));
	}

	/**
	 * An entity that nothing mentioned at start-up is met here first.
	 */
	private boolean isKnown(AssociationProperty property, Class<?> type) {
		Class<?> owner = Inheritance.tableOwner(type);
		if (find(property, nameOf(type)) == null && !this.entities.contains(type)) {
			this.entities.add(type);
			this.found.clear();
		}
		return Objects.equals(find(property, nameOf(type)), owner);
	}

}
