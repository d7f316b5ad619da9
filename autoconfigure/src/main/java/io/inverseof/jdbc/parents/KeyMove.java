package io.inverseof.jdbc.parents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * A change of one key of some rows by a statement of its own.
 *
 * @param property whose key changes
 * @param from the key that a row must have, or {@code null} if any
 * @param to the key it gets, or {@code null} for none
 */
record KeyMove(AssociationProperty property, @Nullable Object from, @Nullable Object to) {

	/**
	 * Tells whether a link has the key that changes.
	 */
	boolean concerns(ParentLink link) {
		return link.hasKey(this.property.foreignKey());
	}

	/**
	 * Tells whether what the statement did to a single row tells what the row had.
	 */
	boolean isKnown(List<ParentLink> links, List<?> ids) {
		return this.from != null && ids.size() == 1 && links.stream().allMatch(this::concerns);
	}

	ChildRow assumed(Object id, List<ParentLink> links) {
		List<@Nullable ParentKey> keys = new ArrayList<>();
		links.forEach((link) -> keys.add(key(this.from, link)));
		return new ChildRow(id, keys, null);
	}

	/**
	 * Tells whether a row had the key that it must have.
	 */
	boolean applies(ChildRow row, List<ParentLink> links) {
		for (int i = 0; i < links.size(); i++) {
			ParentLink link = links.get(i);
			if (this.from != null && concerns(link) && row.has(link)
					&& !Objects.equals(row.keys().get(i), key(this.from, link))) {
				return false;
			}
		}
		return true;
	}

	@Nullable ParentKey to(ParentLink link) {
		return key(this.to, link);
	}

	/**
	 * The other side of a polymorphic belongs-to knows the type without the key.
	 */
	private @Nullable ParentKey key(@Nullable Object id, ParentLink link) {
		return (id != null) ? link.key(TypedKey.of(this.property, id)) : null;
	}

}
