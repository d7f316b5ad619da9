package io.inverseof.holder;

import io.inverseof.DanglingReferenceException;
import io.inverseof.DetachedAssociationException;
import io.inverseof.EmptyAssociationException;
import io.inverseof.InverseOfException;
import io.inverseof.UnreadKeyException;
import io.inverseof.UnsavedTargetException;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a belongs-to says when it cannot answer: what was found, where, why, and what to
 * write instead.
 */
final class ReferenceErrors {

	private ReferenceErrors() {
	}

	/**
	 * There is no target, or no row of it.
	 */
	static InverseOfException missing(BelongsToHolder<?, ?> reference, KeyState state) {
		AssociationProperty property = reference.property();
		String type = (property != null) ? property.target().getSimpleName() : "target";
		if (state.phase() == KeyState.Phase.EMPTY) {
			return new EmptyAssociationException(
					"%s is empty: there is no %s. Use orNull(), optional() or isPresent() where that is allowed."
						.formatted(reference.describe(), type));
		}
		boolean scoped = property != null && property.scopeShape().narrows();
		boolean typed = TypedKey.typeOf(state.id()) != null;
		return new DanglingReferenceException(("%s refers to %s, but there is no such row%s. It was deleted or never "
				+ "existed; use orNull() or optional() where that can happen%s.")
			.formatted(reference.describe(), typed ? state.id() : type + " " + state.id(),
					scoped ? " within the scope of the association" : "",
					typed ? "" : ", or add a foreign key constraint"));
	}

	/**
	 * Nothing could load the target.
	 */
	static DetachedAssociationException detached(BelongsToHolder<?, ?> reference, @Nullable Object key) {
		return new DetachedAssociationException(
				("%s has the key %s, but its owner was neither loaded nor saved by a repository, so nothing can load "
						+ "the target. Save the owner, load it by a repository, or pass it to "
						+ "AssociationOperations.attach(..).")
					.formatted(reference.describe(), key));
	}

	/**
	 * The query did not read the column.
	 */
	static UnreadKeyException unreadKey(BelongsToHolder<?, ?> reference) {
		AssociationProperty property = reference.property();
		TypeColumn type = (property != null) ? property.typeColumn() : null;
		String columns = (property == null) ? "its column"
				: String.join(", ", property.foreignKey()) + ((type != null) ? " and " + type.name() : "");
		return new UnreadKeyException(
				("%s is unknown: the query that loaded the row did not read %s. Add the column to the query, or load "
						+ "the whole row before you read or save the association.")
					.formatted(reference.describe(), columns));
	}

	/**
	 * The target has no id to write.
	 */
	static UnsavedTargetException unsavedTarget(BelongsToHolder<?, ?> reference, Object target) {
		String type = target.getClass().getSimpleName();
		return new UnsavedTargetException(
				("%s refers to an unsaved %s, so there is no key to write or to compare with. Save the %s first.")
					.formatted(reference.describe(), type, type));
	}

}
