package io.inverseof.holder;

import io.inverseof.DetachedAssociationException;
import io.inverseof.IllegalTargetException;
import io.inverseof.InverseOfException;
import io.inverseof.UnsavedOwnerException;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * Why a target cannot be created.
 *
 * @since 0.1.0
 */
public final class CreationErrors {

	private CreationErrors() {
	}

	static InverseOfException of(AssociationHolder holder) {
		Object owner = holder.owner();
		boolean unsaved = owner == null || holder.idOf(owner) == null;
		return (unsaved || holder.attachment() != null) ? unsaved(holder) : detached(holder);
	}

	private static UnsavedOwnerException unsaved(AssociationHolder holder) {
		AssociationProperty property = holder.property();
		String owner = (property != null) ? property.owner().getSimpleName() : "owner";
		String target = (property != null) ? property.target().getSimpleName() : "target";
		return new UnsavedOwnerException(("%s cannot create %s, because this %s has not been saved. Save it first, or "
				+ "use build(..) and save the %s: that saves both.")
			.formatted(holder.describe(), withArticle(target), owner, owner));
	}

	private static DetachedAssociationException detached(AssociationHolder holder) {
		return new DetachedAssociationException(
				("%s cannot create anything, because its owner was neither loaded nor saved by a repository, so nothing "
						+ "says where to save. Load the owner by a repository, or pass it to "
						+ "AssociationOperations.attach(..).")
					.formatted(holder.describe()));
	}

	/**
	 * A target that was made has the id of a row.
	 * @param property the association
	 * @param target what was to be created
	 * @param id its id
	 * @return the exception to throw
	 */
	public static IllegalTargetException existing(AssociationProperty property, Object target, @Nullable Object id) {
		String type = target.getClass().getSimpleName();
		return new IllegalTargetException(
				("%s cannot create %s with the id %s, which counts as a row that exists. Leave the id out; if ids are "
						+ "assigned before the first save, let %s implement Persistable or have a @Version. Nothing "
						+ "was written.")
					.formatted(property, withArticle(type), id, type));
	}

	private static String withArticle(String name) {
		return ("AEIOU".indexOf(name.charAt(0)) >= 0) ? "an " + name : "a " + name;
	}

}
