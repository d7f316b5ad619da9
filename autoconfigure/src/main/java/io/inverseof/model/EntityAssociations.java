package io.inverseof.model;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All associations of one concrete class, inherited and embedded ones included, in the
 * order of declaration (superclass first). Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class EntityAssociations implements Iterable<AssociationProperty> {

	private final List<AssociationProperty> properties;

	EntityAssociations(List<AssociationProperty> properties) {
		this.properties = List.copyOf(properties);
	}

	/**
	 * Tells whether the class has none.
	 * @return whether there are no associations
	 */
	public boolean isEmpty() {
		return this.properties.isEmpty();
	}

	/**
	 * Returns the association with a name.
	 * @param name the name, see {@link AssociationProperty#name()}
	 * @return the association, or {@code null}
	 */
	public @Nullable AssociationProperty get(String name) {
		for (AssociationProperty property : this.properties) {
			if (property.name().equals(name)) {
				return property;
			}
		}
		return null;
	}

	@Override
	public Iterator<AssociationProperty> iterator() {
		return this.properties.iterator();
	}

	/**
	 * Returns the associations as a list.
	 * @return an immutable list
	 */
	public List<AssociationProperty> toList() {
		return this.properties;
	}

}
