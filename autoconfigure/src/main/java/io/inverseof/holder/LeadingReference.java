package io.inverseof.holder;

import java.util.List;

import io.inverseof.Association;
import io.inverseof.HasMany;
import io.inverseof.ToOne;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

/**
 * The belongs-to that an association goes through. As soon as the application has looked
 * at it or changed it, its target is in memory or is not that of the row, and leads on.
 */
final class LeadingReference {

	private LeadingReference() {
	}

	/**
	 * Finds the targets of an association by what its belongs-to refers to in memory.
	 * @return the targets, or {@code null} if a query finds them
	 */
	static @Nullable List<?> targets(ToChildrenHolder holder) {
		AssociationProperty property = holder.property();
		ThroughPath path = (property != null) ? property.through() : null;
		BelongsToHolder<?, ?> reference = (path != null
				&& path.join().holder(holder.owner()) instanceof BelongsToHolder<?, ?> leading) ? leading : null;
		if (path == null || reference == null || isAnsweredByRow(holder, reference)) {
			return null;
		}
		Object join = reference.orNull();
		return (join != null) ? targets(holder, path.source(), join) : List.of();
	}

	private static boolean isAnsweredByRow(ToChildrenHolder holder, BelongsToHolder<?, ?> reference) {
		return reference.isAsRead() && holder.attachment() != null && holder.idOf(holder.owner()) != null;
	}

	private static List<?> targets(ToChildrenHolder holder, AssociationProperty source, Object join) {
		AssociationProperty actual = (join.getClass() == source.owner()) ? source
				: holder.model().associationsOf(join.getClass()).get(source.name());
		Association targets = (actual != null) ? actual.holder(join) : null;
		if (targets instanceof HasMany<?> many) {
			return List.copyOf(many);
		}
		Object target = (targets instanceof ToOne<?> one) ? one.orNull() : null;
		return (target != null) ? List.of(target) : List.of();
	}

	/**
	 * Lets associations that go through a reference forget what it led to.
	 * @param reference a belongs-to whose key has changed
	 */
	static void moved(BelongsToHolder<?, ?> reference) {
		AssociationProperty property = reference.property();
		Object owner = reference.owner();
		if (property == null || owner == null) {
			return;
		}
		JoinIndex.moved(reference);
		for (AssociationProperty onward : property.leadingOn()) {
			if (onward.holder(owner) instanceof ToChildrenHolder targets) {
				targets.reload();
			}
		}
	}

}
