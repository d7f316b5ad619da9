package io.inverseof.jackson;

import java.util.Collection;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.TypedKey;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Assigns what was read for a property, without its entity, to the association.
 */
final class Holders {

	private Holders() {
	}

	/**
	 * Tells whether the class of the target is known from where an association is.
	 */
	static boolean knowsItsPlace(Association association) {
		return association instanceof AssociationHolder holder && holder.property() != null;
	}

	@SuppressWarnings("unchecked")
	static void assign(Association association, @Nullable Object value) {
		if (association instanceof BelongsTo<?, ?> reference) {
			assign((BelongsTo<Object, Object>) reference, value);
		}
		else if (association instanceof HasOne<?> target) {
			((HasOne<Object>) target).set(value);
		}
		else if (value instanceof Collection<?> children) {
			((HasMany<Object>) association).addAll(children);
		}
	}

	private static void assign(BelongsTo<Object, Object> association, @Nullable Object value) {
		List<?> targets = (value instanceof AssociationHolder holder) ? holder.inMemory() : List.of();
		if (!targets.isEmpty()) {
			association.set(targets.get(0));
		}
		else if (value instanceof BelongsTo<?, ?> reference) {
			refer(association, reference);
		}
		else if (value != null && isTarget(association, value)) {
			association.set(value);
		}
		else {
			association.setId(value);
		}
	}

	private static void refer(BelongsTo<Object, Object> association, BelongsTo<?, ?> reference) {
		Object key = (reference instanceof BelongsToHolder<?, ?> holder) ? holder.key() : reference.getId();
		if (key instanceof TypedKey typed && association instanceof BelongsToHolder<?, ?> holder) {
			holder.refer(typed.type(), typed.id());
		}
		else {
			association.setId(key);
		}
	}

	private static boolean isTarget(BelongsTo<?, ?> association, Object value) {
		AssociationProperty property = (association instanceof AssociationHolder holder) ? holder.property() : null;
		return property != null && property.target().isInstance(value);
	}

}
