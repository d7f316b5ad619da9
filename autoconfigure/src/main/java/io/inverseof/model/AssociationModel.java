package io.inverseof.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.inverseof.AssociationScope;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.Assert;

/**
 * The associations of all classes, each with its inverse and the reason. An application
 * has one, made at start-up; objects that belong to no application share another one,
 * which is made class by class. Thread-safe; asking is cheap, and no lock is held while a
 * class is looked at.
 *
 * @since 0.1.0
 */
public final class AssociationModel {

	private static final AssociationModel IN_MEMORY = inMemory(new ReflectiveEntityMapping());

	private final EntityMapping mapping;

	private final Scopes scopes;

	private final DetectionFlags flags;

	private final Surroundings surroundings;

	private final PolymorphicTargets targets;

	private final Function<Class<?>, Entry> entries;

	private volatile List<AssociationProperty> all = List.of();

	private AssociationModel(EntityMapping mapping, Scopes scopes, DetectionFlags flags, Surroundings surroundings,
			PolymorphicTargets targets, Function<Class<?>, Entry> entries) {
		this.mapping = mapping;
		this.scopes = scopes;
		this.flags = flags;
		this.surroundings = surroundings;
		this.targets = targets;
		this.entries = entries;
	}

	private static AssociationModel inMemory(EntityMapping mapping) {
		return new AssociationModel(mapping, new Scopes(BeanUtils::instantiateClass, mapping), DetectionFlags.NONE,
				Surroundings.MEMORY, PolymorphicTargets.NONE, new EntriesOfClasses()::get);
	}

	/**
	 * Returns the model for objects that were neither loaded nor saved by an application.
	 * It knows the default mapping and no flags. A wrong declaration, which the start of
	 * an application would have reported, is no association here.
	 * @return the only instance
	 */
	public static AssociationModel inMemory() {
		return IN_MEMORY;
	}

	/**
	 * Makes the model of an application.
	 * @param entities the entities that are known at start-up, in any order
	 * @param mapping the mapping of the application
	 * @param scopes gives an instance of a scope, or throws an exception whose message
	 * says why not
	 * @param flags the resolved flags
	 * @param violations receives everything that is wrong, in a stable order
	 * @return a new model, not to be used if there are violations
	 */
	public static AssociationModel of(Collection<? extends Class<?>> entities, EntityMapping mapping,
			Function<Class<? extends AssociationScope>, AssociationScope> scopes, DetectionFlags flags,
			Violations violations) {
		Assert.notNull(entities, "'entities' must not be null");
		AssociationModel model = new AssociationModel(mapping, new Scopes(scopes, mapping), flags,
				Surroundings.APPLICATION, PolymorphicTargets.of(entities, mapping), new EntriesOfModel());
		Detection detection = model.detection();
		model.publish(detection.detect(entities));
		detection.owners().forEach((draft) -> draft.reportTo(violations));
		model.all = detection.owners().flatMap((draft) -> draft.properties().stream()).toList();
		return model;
	}

	/**
	 * Returns the associations of a class, looking at it now if it is not known yet.
	 * @param type the concrete class of an object
	 * @return its associations, empty for a class that has none
	 */
	public EntityAssociations associationsOf(Class<?> type) {
		EntityAssociations known = known(type);
		return (known != null) ? known : detect(type);
	}

	private @Nullable EntityAssociations known(Class<?> type) {
		return this.entries.apply(type).associations;
	}

	private EntityAssociations detect(Class<?> type) {
		EntityAssociations known = null;
		while (known == null) {
			publish(detection().detect(List.of(type)));
			known = known(type);
		}
		return known;
	}

	private Detection detection() {
		return new Detection(this.mapping, this.scopes, this.flags, this.surroundings, this.targets, this::known);
	}

	/**
	 * Publishes what refers to each other together, or nothing if another thread was
	 * faster with a part of it.
	 */
	private synchronized void publish(Map<Class<?>, EntityAssociations> found) {
		if (found.keySet().stream().allMatch((type) -> known(type) == null)) {
			found.values().forEach((associations) -> associations.forEach(this::markTarget));
			found.forEach((type, associations) -> this.entries.apply(type).associations = associations);
		}
	}

	private void markTarget(AssociationProperty property) {
		if (property.isPolymorphic()) {
			this.targets.of(property).forEach((type) -> this.entries.apply(type).target = true);
		}
		else if (property.kind() == AssociationKind.BELONGS_TO) {
			this.entries.apply(property.target()).target = true;
		}
	}

	/**
	 * Returns the flags.
	 * @return the flags of this model
	 */
	public DetectionFlags flags() {
		return this.flags;
	}

	/**
	 * Returns the object-relational mapping that the associations were detected with.
	 */
	EntityMapping mapping() {
		return this.mapping;
	}

	/**
	 * Returns all associations that were known at start-up, by the simple name of the
	 * owner, then in the order of declaration.
	 * @return an immutable list, empty for the model of objects in memory
	 */
	public List<AssociationProperty> all() {
		return this.all;
	}

	/**
	 * Returns what a type column holds for objects of a class.
	 * @param type the class of an entity
	 * @return the name
	 */
	public String typeNameOf(Class<?> type) {
		return PolymorphicTargets.nameOf(type);
	}

	/**
	 * Returns the association that a polymorphic belongs-to fills while it refers to
	 * objects of a class.
	 * @param property a polymorphic belongs-to
	 * @param target the concrete class of its target
	 * @return a has-one or has-many of that class, or {@code null}
	 */
	public @Nullable AssociationProperty polymorphicInverse(AssociationProperty property, Class<?> target) {
		AssociationProperty inverse = PolymorphicSides.inverse(property, associationsOf(target));
		boolean filled = inverse != null && (inverse.kind() == AssociationKind.HAS_ONE
				|| this.surroundings.fillsHasMany(this.flags, new Inverse(inverse, "Named.", true)));
		return filled ? inverse : null;
	}

	/**
	 * Tells whether a belongs-to of a known class may refer to objects of a class.
	 * @param type the concrete class of an object
	 * @return whether a belongs-to has the class, or a superclass of it, as its target
	 */
	public boolean isTarget(Class<?> type) {
		for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
			if (this.entries.apply(level).target) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is known of a class.
	 */
	private static final class Entry {

		volatile @Nullable EntityAssociations associations;

		volatile boolean target;

	}

	/**
	 * Entries that live and die with the class, so that no class loader is held.
	 */
	private static final class EntriesOfClasses extends ClassValue<Entry> {

		@Override
		protected Entry computeValue(Class<?> type) {
			return new Entry();
		}

	}

	/**
	 * Entries that live and die with the model.
	 */
	private static final class EntriesOfModel implements Function<Class<?>, Entry> {

		private final Map<Class<?>, Entry> entries = new ConcurrentHashMap<>();

		@Override
		public Entry apply(Class<?> type) {
			Entry entry = this.entries.get(type);
			return (entry != null) ? entry : this.entries.computeIfAbsent(type, (key) -> new Entry());
		}

	}

}
