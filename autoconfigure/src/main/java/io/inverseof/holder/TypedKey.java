package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.PolymorphicTargets;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

/**
 * The key of a polymorphic belongs-to: an id, and what the type column says it is an id
 * of. Product 1 and Employee 1 are different keys. Immutable.
 *
 * @since 0.1.0
 */
public final class TypedKey implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String type;

	private final Object id;

	private TypedKey(String type, Object id) {
		this.type = type;
		this.id = id;
	}

	/**
	 * Makes the key of a row.
	 * @param type what the type column holds
	 * @param id the id
	 * @return a key
	 */
	public static TypedKey of(String type, Object id) {
		return new TypedKey(type, id);
	}

	/**
	 * Returns the key that the rows of a has-one or has-many have.
	 * @param property the association
	 * @param ownerId the id of its owner
	 * @return the id itself, unless the association is the other side of a polymorphic
	 * one
	 */
	public static Object of(AssociationProperty property, Object ownerId) {
		TypeColumn column = property.typeColumn();
		String type = (column != null) ? column.value() : null;
		return (type != null) ? new TypedKey(type, ownerId) : ownerId;
	}

	/**
	 * Returns the key that refers to an object.
	 * @param target the object
	 * @param id its id
	 * @return a key
	 */
	static TypedKey to(Object target, Object id) {
		return new TypedKey(PolymorphicTargets.nameOf(target.getClass()), id);
	}

	/**
	 * Returns the key that refers to an object.
	 * @param belongsTo the association that refers to it
	 * @param target the object
	 * @param id its id
	 * @return the id itself, unless the association is polymorphic
	 */
	public static Object to(AssociationProperty belongsTo, Object target, Object id) {
		return belongsTo.isPolymorphic() ? to(target, id) : id;
	}

	/**
	 * Returns the plain id.
	 * @param key any key, or {@code null}
	 * @return the id in it, the key itself if it is not of this class
	 */
	public static @Nullable Object idOf(@Nullable Object key) {
		return (key instanceof TypedKey typed) ? typed.id : key;
	}

	/**
	 * Returns the plain id.
	 * @param key any key
	 * @return the id in it, the key itself if it is not of this class
	 */
	public static Object plain(Object key) {
		return (key instanceof TypedKey typed) ? typed.id : key;
	}

	/**
	 * Returns the type that a key has.
	 * @param key any key, or {@code null}
	 * @return what the type column holds, or {@code null} if the key has no type
	 */
	public static @Nullable String typeOf(@Nullable Object key) {
		return (key instanceof TypedKey typed) ? typed.type : null;
	}

	/**
	 * Returns the key of another row of the same class.
	 * @param id the id of the other row
	 * @return a key
	 */
	public TypedKey with(Object id) {
		return new TypedKey(this.type, id);
	}

	/**
	 * Returns the type.
	 * @return what the type column holds
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Returns the id.
	 * @return the plain id
	 */
	public Object id() {
		return this.id;
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return this == obj
				|| (obj instanceof TypedKey other && this.type.equals(other.type) && this.id.equals(other.id));
	}

	/**
	 * That of the id, for a reference that does not know its class yet may be equal.
	 */
	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public String toString() {
		return this.type + " " + this.id;
	}

}
