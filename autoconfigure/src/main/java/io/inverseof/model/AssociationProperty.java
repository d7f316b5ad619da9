package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.AssociationScope;
import io.inverseof.BatchSize;
import io.inverseof.CounterCache;
import io.inverseof.Dependent;
import io.inverseof.StrictLoading;
import io.inverseof.Touch;
import org.jspecify.annotations.Nullable;

/**
 * One association of one concrete entity class: how it was declared and what the
 * detection made of it. Immutable once its model is built, thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationProperty implements NamedAssociation {

	private final Class<?> owner;

	private final List<Field> path;

	private final String name;

	private final AssociationKind kind;

	private final Class<?> target;

	private final List<String> foreignKey;

	private final List<Field> followed;

	private final @Nullable AssociationScope scope;

	private final ScopeShape scopeShape;

	private @Nullable AssociationProperty keySide;

	private @Nullable ThroughPath through;

	private final List<AssociationProperty> leadingOn = new ArrayList<>(0);

	private final List<AssociationProperty> sourceOf = new ArrayList<>(0);

	private @Nullable TypeColumn typeColumn;

	private PolymorphicTargets polymorphicTargets = PolymorphicTargets.NONE;

	private Inverse inverse = new Inverse(null, "Not detected yet.", false);

	private boolean inverseFilled;

	AssociationProperty(Class<?> owner, List<Field> path, AssociationKind kind, Class<?> target,
			List<String> foreignKey, List<Field> followed, @Nullable AssociationScope scope, ScopeShape scopeShape) {
		this.owner = owner;
		this.path = List.copyOf(path);
		this.name = String.join(".", path.stream().map(Field::getName).toList());
		this.kind = kind;
		this.target = target;
		this.foreignKey = List.copyOf(foreignKey);
		this.followed = List.copyOf(followed);
		this.scope = scope;
		this.scopeShape = scopeShape;
	}

	/** Called once by the model, before anybody else sees this object. */
	void link(@Nullable AssociationProperty keySide, Inverse inverse, boolean inverseFilled) {
		this.keySide = keySide;
		this.inverse = inverse;
		this.inverseFilled = inverseFilled;
	}

	/** Called once by the model, before anybody else sees this object. */
	void leadThrough(ThroughPath through) {
		this.through = through;
		through.join().leadingOn.add(this);
		through.source().sourceOf.add(this);
	}

	/** Called once by the model, before anybody else sees this object. */
	void distinguishBy(TypeColumn typeColumn) {
		this.typeColumn = typeColumn;
	}

	/** Called once by the model, before anybody else sees this object. */
	void distinguishBy(TypeColumn typeColumn, PolymorphicTargets targets) {
		distinguishBy(typeColumn);
		this.polymorphicTargets = targets;
	}

	/**
	 * Returns the concrete entity.
	 * @return the class of the owners
	 */
	@Override
	public Class<?> owner() {
		return this.owner;
	}

	/**
	 * Returns the name of the field, with the names of the embedded objects around it
	 * before, separated by dots.
	 * @return the name
	 */
	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Returns the field that holds the association.
	 * @return the last field of the path
	 */
	public Field field() {
		return this.path.get(this.path.size() - 1);
	}

	/**
	 * Returns the fields that lead from the entity to the association.
	 * @return one field, several if it is in an embedded object
	 */
	public List<Field> path() {
		return this.path;
	}

	/**
	 * Returns the kind.
	 * @return the kind
	 */
	public AssociationKind kind() {
		return this.kind;
	}

	/**
	 * Returns the entity at the other side.
	 * @return the declared type of the target
	 */
	public Class<?> target() {
		return this.target;
	}

	/**
	 * Returns the foreign key columns: of the owner's table for a belongs-to, of the
	 * target's table otherwise.
	 * @return names of columns as the mapping renders them
	 */
	public List<String> foreignKey() {
		return this.foreignKey;
	}

	/**
	 * Returns the plain id properties that a belongs-to follows.
	 * @return the fields in the order of the key's columns, empty for an association with
	 * columns of its own
	 */
	public List<Field> followed() {
		return this.followed;
	}

	/**
	 * Returns the scope.
	 * @return the scope, or {@code null}
	 */
	public @Nullable AssociationScope scope() {
		return this.scope;
	}

	/**
	 * Returns what the scope does.
	 * @return the shape, {@link ScopeShape#NONE} without a scope
	 */
	public ScopeShape scopeShape() {
		return this.scopeShape;
	}

	/**
	 * Returns how many distinct keys one query asks for, if this association says so
	 * itself.
	 * @return a positive number, or {@code null} for that of the application
	 */
	public @Nullable Integer batchSize() {
		BatchSize annotation = field().getAnnotation(BatchSize.class);
		return (annotation != null) ? annotation.value() : null;
	}

	/**
	 * Returns what happens to dependent rows.
	 * @return the action, or {@code null} if the association does not say
	 */
	public Dependent.@Nullable Action dependent() {
		Dependent annotation = field().getAnnotation(Dependent.class);
		return (annotation != null) ? annotation.value() : null;
	}

	/**
	 * Tells whether this association must not load by itself.
	 * @return whether it is annotated with {@link StrictLoading}
	 */
	public boolean isStrictLoading() {
		return field().isAnnotationPresent(StrictLoading.class);
	}

	/**
	 * Returns the belongs-to of the target that holds the key of this has-one or
	 * has-many, whatever the flags and annotations say about inverses.
	 * @return the belongs-to, or {@code null} if a plain property maps the column, and
	 * always for a belongs-to
	 */
	public @Nullable AssociationProperty keySide() {
		return this.keySide;
	}

	/**
	 * Tells whether plain properties of the target hold the key of this has-one or
	 * has-many.
	 * @return whether there is a key, and no belongs-to that has it
	 */
	public boolean hasPlainKey() {
		return this.kind != AssociationKind.BELONGS_TO && this.keySide == null && this.through == null;
	}

	/**
	 * Returns the associations that this has-one or has-many leads through.
	 * @return the way to the target, or {@code null} if the target has the key itself
	 */
	public @Nullable ThroughPath through() {
		return this.through;
	}

	/**
	 * Returns the associations of the same class that lead through this one.
	 * @return the associations in the order of declaration
	 */
	public List<AssociationProperty> leadingOn() {
		return Collections.unmodifiableList(this.leadingOn);
	}

	/**
	 * Returns the associations that go through others to this one.
	 * @return associations of other classes, or of the same
	 */
	public List<AssociationProperty> sourceOf() {
		return Collections.unmodifiableList(this.sourceOf);
	}

	/**
	 * Tells whether this has-one or has-many leads through another association.
	 * @return whether it is annotated with {@link io.inverseof.Through}
	 */
	public boolean isThrough() {
		return this.through != null;
	}

	/**
	 * Returns the column beside the key that tells which class the key is an id of.
	 * @return the column of the owner's table for a polymorphic belongs-to, of the
	 * target's table for the other side of one, otherwise {@code null}
	 */
	public @Nullable TypeColumn typeColumn() {
		return this.typeColumn;
	}

	/**
	 * Tells whether this belongs-to may refer to rows of several tables.
	 * @return whether it is annotated with {@link io.inverseof.Polymorphic}
	 */
	public boolean isPolymorphic() {
		return this.kind == AssociationKind.BELONGS_TO && this.typeColumn != null;
	}

	/**
	 * Returns the class of the rows that this polymorphic belongs-to refers to.
	 * @param typeName what its type column holds
	 * @return the class, or {@code null} if the application has no such entity that could
	 * be the target
	 */
	public @Nullable Class<?> polymorphicTarget(String typeName) {
		return this.polymorphicTargets.find(this, typeName);
	}

	/**
	 * Returns what the type column of this polymorphic belongs-to may hold.
	 * @return names in alphabetical order
	 */
	public List<String> typeNames() {
		return this.polymorphicTargets.names(this);
	}

	/**
	 * Returns the classes that this polymorphic belongs-to may refer to.
	 */
	List<Class<?>> polymorphicTargets() {
		return this.polymorphicTargets.of(this);
	}

	/**
	 * Tells why an object cannot be the target of this polymorphic belongs-to.
	 * @param target an object of the declared type
	 * @return the end of a sentence, or {@code null} if it can be the target
	 */
	public @Nullable String obstacleTo(Object target) {
		return this.polymorphicTargets.obstacle(this, target);
	}

	/**
	 * Returns the column of the target that counts the rows of this belongs-to.
	 * @return the name of a column, or {@code null} if nothing is counted
	 */
	public @Nullable String counterCache() {
		CounterCache annotation = field().getAnnotation(CounterCache.class);
		return (annotation != null) ? annotation.value() : null;
	}

	/**
	 * Returns the column of the target that says when a row of this belongs-to was
	 * written last.
	 * @return the name of a column, or {@code null} if nothing is touched
	 */
	public @Nullable String touch() {
		Touch annotation = field().getAnnotation(Touch.class);
		return (annotation != null) ? annotation.value() : null;
	}

	/**
	 * Tells whether rows of the target change when rows of this belongs-to come and go.
	 * @return whether something is counted or touched
	 */
	public boolean isObservedByTarget() {
		return this.kind == AssociationKind.BELONGS_TO
				&& (field().isAnnotationPresent(CounterCache.class) || field().isAnnotationPresent(Touch.class));
	}

	/**
	 * Returns what the detection found.
	 * @return the inverse or none, and the reason
	 */
	public Inverse inverse() {
		return this.inverse;
	}

	/**
	 * Tells whether the has-many that is the inverse of this belongs-to is filled when a
	 * target is assigned or loaded.
	 * @return whether the inverse may be filled; always for a has-one
	 */
	public boolean inverseFilled() {
		return this.inverseFilled;
	}

	/**
	 * Returns the holder of this association in an entity.
	 * @param entity an instance of the owner
	 * @return the holder, or {@code null} if the field or an embedded object on the way
	 * is {@code null}
	 */
	public @Nullable Association holder(Object entity) {
		Object container = container(entity);
		return (container != null) ? (Association) read(field(), container) : null;
	}

	/**
	 * Returns the object that declares the association and the properties it
	 * {@linkplain #followed() follows}: the entity, or an embedded object in it.
	 * @param entity an instance of the owner
	 * @return the object, or {@code null} if an embedded object on the way is
	 * {@code null}
	 */
	public @Nullable Object container(Object entity) {
		Object container = entity;
		for (int i = 0; i < this.path.size() - 1 && container != null; i++) {
			container = read(this.path.get(i), container);
		}
		return container;
	}

	private static @Nullable Object read(Field field, Object instance) {
		try {
			return field.get(instance);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("Cannot read " + field, ex);
		}
	}

	/**
	 * Returns the name used in messages, meters and the endpoint, such as
	 * {@code Post.author}.
	 * @return simple name of the owner and name, separated by a dot
	 */
	@Override
	public String toString() {
		return this.owner.getSimpleName() + "." + this.name;
	}

}
